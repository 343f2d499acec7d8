// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;

/**
 * Settings to read. A getter without default throws {@link InvalidSettingsException} if the key is absent or holds
 * another type (types are never converted); a getter with default returns the default then.
 */
public interface ConfigBaseRO extends Iterable<String> {

    /** The key of these settings in their parent. */
    String getKey();

    /** The keys in the order of insertion. */
    Set<String> keySet();

    /** The keys in the order of insertion. */
    @Override
    Iterator<String> iterator();

    /** Whether there is an entry of any type. */
    boolean containsKey(String key);

    /** The settings below the key. */
    ConfigBase getConfigBase(String key) throws InvalidSettingsException;

    /** Adds deep copies of all entries to the target, replacing those with the same key. */
    void copyTo(ConfigBaseWO target);

    /** Writes these settings as XML and closes the stream. */
    void saveToXML(OutputStream out) throws IOException;

    /** The string that is never stored, or null. */
    String getTransientString(String key);

    /** The int at the key. */
    int getInt(String key) throws InvalidSettingsException;

    /** The int at the key, or the default. */
    int getInt(String key, int def);

    /** The array at the key; null if null was stored. */
    int[] getIntArray(String key) throws InvalidSettingsException;

    /** The array at the key, or the default. */
    int[] getIntArray(String key, int... def);

    /** The double at the key. */
    double getDouble(String key) throws InvalidSettingsException;

    /** The double at the key, or the default. */
    double getDouble(String key, double def);

    /** The array at the key; null if null was stored. */
    double[] getDoubleArray(String key) throws InvalidSettingsException;

    /** The array at the key, or the default. */
    double[] getDoubleArray(String key, double... def);

    /** The float at the key. */
    float getFloat(String key) throws InvalidSettingsException;

    /** The float at the key, or the default. */
    float getFloat(String key, float def);

    /** The array at the key; null if null was stored. */
    float[] getFloatArray(String key) throws InvalidSettingsException;

    /** The array at the key, or the default. */
    float[] getFloatArray(String key, float... def);

    /** The char at the key. */
    char getChar(String key) throws InvalidSettingsException;

    /** The char at the key, or the default. */
    char getChar(String key, char def);

    /** The array at the key; null if null was stored. */
    char[] getCharArray(String key) throws InvalidSettingsException;

    /** The array at the key, or the default. */
    char[] getCharArray(String key, char... def);

    /** The short at the key. */
    short getShort(String key) throws InvalidSettingsException;

    /** The short at the key, or the default. */
    short getShort(String key, short def);

    /** The array at the key; null if null was stored. */
    short[] getShortArray(String key) throws InvalidSettingsException;

    /** The array at the key, or the default. */
    short[] getShortArray(String key, short... def);

    /** The long at the key. */
    long getLong(String key) throws InvalidSettingsException;

    /** The long at the key, or the default. */
    long getLong(String key, long def);

    /** The array at the key; null if null was stored. */
    long[] getLongArray(String key) throws InvalidSettingsException;

    /** The array at the key, or the default. */
    long[] getLongArray(String key, long... def);

    /** The byte at the key. */
    byte getByte(String key) throws InvalidSettingsException;

    /** The byte at the key, or the default. */
    byte getByte(String key, byte def);

    /** The array at the key; null if null was stored. */
    byte[] getByteArray(String key) throws InvalidSettingsException;

    /** The array at the key, or the default. */
    byte[] getByteArray(String key, byte... def);

    /** The boolean at the key. */
    boolean getBoolean(String key) throws InvalidSettingsException;

    /** The boolean at the key, or the default. */
    boolean getBoolean(String key, boolean def);

    /** The array at the key; null if null was stored. */
    boolean[] getBooleanArray(String key) throws InvalidSettingsException;

    /** The array at the key, or the default. */
    boolean[] getBooleanArray(String key, boolean... def);

    /** The String at the key. */
    String getString(String key) throws InvalidSettingsException;

    /** The String at the key, or the default. */
    String getString(String key, String def);

    /** The array at the key; null if null was stored. */
    String[] getStringArray(String key) throws InvalidSettingsException;

    /** The array at the key, or the default. */
    String[] getStringArray(String key, String... def);
}
