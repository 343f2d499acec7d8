// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** Settings to write. Adding a key again replaces its value. Null arrays and null strings are kept as null. */
public interface ConfigBaseWO {

    /** The key of these settings in their parent. */
    String getKey();

    /** Adds new empty settings below the key. */
    ConfigBase addConfigBase(String key);

    /** Adds a string that is never stored. */
    void addTransientString(String key, String value);

    /** Adds a int. */
    void addInt(String key, int value);

    /** Adds the elements below the key as a config with array-size, 0, 1, ... */
    void addIntArray(String key, int... values);

    /** Adds a double. */
    void addDouble(String key, double value);

    /** Adds the elements below the key as a config with array-size, 0, 1, ... */
    void addDoubleArray(String key, double... values);

    /** Adds a float. */
    void addFloat(String key, float value);

    /** Adds the elements below the key as a config with array-size, 0, 1, ... */
    void addFloatArray(String key, float... values);

    /** Adds a char. */
    void addChar(String key, char value);

    /** Adds the elements below the key as a config with array-size, 0, 1, ... */
    void addCharArray(String key, char... values);

    /** Adds a short. */
    void addShort(String key, short value);

    /** Adds the elements below the key as a config with array-size, 0, 1, ... */
    void addShortArray(String key, short... values);

    /** Adds a long. */
    void addLong(String key, long value);

    /** Adds the elements below the key as a config with array-size, 0, 1, ... */
    void addLongArray(String key, long... values);

    /** Adds a byte. */
    void addByte(String key, byte value);

    /** Adds the elements below the key as a config with array-size, 0, 1, ... */
    void addByteArray(String key, byte... values);

    /** Adds a boolean. */
    void addBoolean(String key, boolean value);

    /** Adds the elements below the key as a config with array-size, 0, 1, ... */
    void addBooleanArray(String key, boolean... values);

    /** Adds a String. */
    void addString(String key, String value);

    /** Adds the elements below the key as a config with array-size, 0, 1, ... */
    void addStringArray(String key, String... values);
}
