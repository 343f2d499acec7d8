// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import org.knime.core.node.InvalidSettingsException;

/** A tree of settings; entries keep the order of insertion. Not thread safe. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1;

    private static final String ARRAY_SIZE = "array-size";

    private final Map<String, AbstractConfigEntry> m_entries = new LinkedHashMap<>();

    /** Empty settings. */
    public ConfigBase(final String key) {
        super(key, ConfigEntries.config);
    }

    /** New empty settings of the implementing class. */
    public abstract ConfigBase getInstance(String key);

    /** Reads settings from XML into the given ones and closes the stream. */
    protected static ConfigBase loadFromXML(final ConfigBase config, final InputStream in) throws IOException {
        XMLConfig.load(config, in);
        return config;
    }

    /** Replaces the content of these settings by that of the XML and closes the stream. */
    public void load(final InputStream in) throws IOException {
        m_entries.clear();
        XMLConfig.load(this, in);
    }

    @Override
    public final void saveToXML(final OutputStream out) throws IOException {
        XMLConfig.save(this, out);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        put(config);
        return config;
    }

    /** Adds settings that exist already, without a copy. */
    protected final void addConfigBase(final ConfigBase config) {
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        return require(key, ConfigBase.class, "Config");
    }

    /** Adds an entry, replacing the one with the same key. */
    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    /** The entry of any type, or null. */
    public AbstractConfigEntry getEntry(final String key) {
        return m_entries.get(key);
    }

    /** Removes and returns the entry of any type, or null. */
    public final AbstractConfigEntry removeConfig(final String key) {
        return m_entries.remove(key);
    }

    /** Adds the entry, replacing the one with the same key. */
    protected void put(final AbstractConfigEntry entry) {
        m_entries.put(entry.getKey(), entry);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(m_entries.keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public boolean containsKey(final String key) {
        return m_entries.containsKey(key);
    }

    @Override
    public void copyTo(final ConfigBaseWO target) {
        for (final AbstractConfigEntry entry : m_entries.values()) {
            if (entry instanceof ConfigBase) {
                ((ConfigBase)entry).copyTo(target.addConfigBase(entry.getKey()));
            } else {
                ((ConfigBase)target).put(entry);
            }
        }
    }

    @Override
    public boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        final ConfigBase other = (ConfigBase)entry;
        return m_entries.keySet().equals(other.m_entries.keySet())
            && m_entries.values().stream().allMatch(e -> e.isIdentical(other.m_entries.get(e.getKey())));
    }

    @Override
    public final String toStringValue() {
        return m_entries.values().toString();
    }

    @Override
    public String getTransientString(final String key) {
        return orDefault(() -> require(key, ConfigTransientStringEntry.class, "String").getTransientString(), null);
    }

    @Override
    public void addTransientString(final String key, final String value) {
        put(new ConfigTransientStringEntry(key, value));
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return require(key, ConfigIntEntry.class, "Int").getInt();
    }

    @Override
    public int getInt(final String key, final int def) {
        return orDefault(() -> getInt(key), def);
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return getArray(key, int[]::new, (array, i, element, config) -> array[i] = config.getInt(element));
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        return orDefault(() -> getIntArray(key), def);
    }

    @Override
    public void addInt(final String key, final int value) {
        put(new ConfigIntEntry(key, value));
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        addArray(key, values);
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return require(key, ConfigDoubleEntry.class, "Double").getDouble();
    }

    @Override
    public double getDouble(final String key, final double def) {
        return orDefault(() -> getDouble(key), def);
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return getArray(key, double[]::new, (array, i, element, config) -> array[i] = config.getDouble(element));
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        return orDefault(() -> getDoubleArray(key), def);
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(new ConfigDoubleEntry(key, value));
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        addArray(key, values);
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return require(key, ConfigFloatEntry.class, "Float").getFloat();
    }

    @Override
    public float getFloat(final String key, final float def) {
        return orDefault(() -> getFloat(key), def);
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        return getArray(key, float[]::new, (array, i, element, config) -> array[i] = config.getFloat(element));
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        return orDefault(() -> getFloatArray(key), def);
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(new ConfigFloatEntry(key, value));
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        addArray(key, values);
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return require(key, ConfigCharEntry.class, "Char").getChar();
    }

    @Override
    public char getChar(final String key, final char def) {
        return orDefault(() -> getChar(key), def);
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        return getArray(key, char[]::new, (array, i, element, config) -> array[i] = config.getChar(element));
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        return orDefault(() -> getCharArray(key), def);
    }

    @Override
    public void addChar(final String key, final char value) {
        put(new ConfigCharEntry(key, value));
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        addArray(key, values);
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return require(key, ConfigShortEntry.class, "Short").getShort();
    }

    @Override
    public short getShort(final String key, final short def) {
        return orDefault(() -> getShort(key), def);
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        return getArray(key, short[]::new, (array, i, element, config) -> array[i] = config.getShort(element));
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        return orDefault(() -> getShortArray(key), def);
    }

    @Override
    public void addShort(final String key, final short value) {
        put(new ConfigShortEntry(key, value));
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        addArray(key, values);
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return require(key, ConfigLongEntry.class, "Long").getLong();
    }

    @Override
    public long getLong(final String key, final long def) {
        return orDefault(() -> getLong(key), def);
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        return getArray(key, long[]::new, (array, i, element, config) -> array[i] = config.getLong(element));
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        return orDefault(() -> getLongArray(key), def);
    }

    @Override
    public void addLong(final String key, final long value) {
        put(new ConfigLongEntry(key, value));
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        addArray(key, values);
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return require(key, ConfigByteEntry.class, "Byte").getByte();
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return orDefault(() -> getByte(key), def);
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        return getArray(key, byte[]::new, (array, i, element, config) -> array[i] = config.getByte(element));
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        return orDefault(() -> getByteArray(key), def);
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(new ConfigByteEntry(key, value));
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        addArray(key, values);
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return require(key, ConfigBooleanEntry.class, "Boolean").getBoolean();
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return orDefault(() -> getBoolean(key), def);
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        return getArray(key, boolean[]::new, (array, i, element, config) -> array[i] = config.getBoolean(element));
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        return orDefault(() -> getBooleanArray(key), def);
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(new ConfigBooleanEntry(key, value));
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        addArray(key, values);
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return require(key, ConfigStringEntry.class, "String").getString();
    }

    @Override
    public String getString(final String key, final String def) {
        return orDefault(() -> getString(key), def);
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return getArray(key, String[]::new, (array, i, element, config) -> array[i] = config.getString(element));
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        return orDefault(() -> getStringArray(key), def);
    }

    @Override
    public void addString(final String key, final String value) {
        put(new ConfigStringEntry(key, value));
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        addArray(key, values);
    }

    private interface Getter<V> {
        V get() throws InvalidSettingsException;
    }

    private static <V> V orDefault(final Getter<V> getter, final V def) {
        try {
            return getter.get();
        } catch (final InvalidSettingsException absent) {
            return def;
        }
    }

    private interface Element<A> {
        void read(A array, int index, String key, ConfigBase config) throws InvalidSettingsException;
    }

    private <A> A getArray(final String key, final IntFunction<A> create, final Element<A> element)
        throws InvalidSettingsException {
        final ConfigBase config = getConfigBase(key);
        if (!config.containsKey(ARRAY_SIZE)) {
            return null;
        }
        final int size = config.getInt(ARRAY_SIZE);
        if (size < 0 || size >= config.m_entries.size()) {
            throw new InvalidSettingsException("Array for key \"" + key + "\" has " + ARRAY_SIZE + " " + size
                + ", but " + (config.m_entries.size() - 1) + " elements.");
        }
        final A array = create.apply(size);
        for (int i = 0; i < size; i++) {
            element.read(array, i, Integer.toString(i), config);
        }
        return array;
    }

    private void addArray(final String key, final Object array) {
        final ConfigBase config = addConfigBase(key);
        if (array != null) {
            final ConfigEntries type = ConfigEntries.valueOf(
                "x" + array.getClass().getComponentType().getSimpleName().toLowerCase(Locale.ROOT));
            config.addInt(ARRAY_SIZE, Array.getLength(array));
            for (int i = 0; i < Array.getLength(array); i++) {
                final Object value = Array.get(array, i);
                config.put(type.parse(Integer.toString(i), value == null ? null : value.toString()));
            }
        }
    }

    private <E extends AbstractConfigEntry> E require(final String key, final Class<E> type, final String title)
        throws InvalidSettingsException {
        final AbstractConfigEntry entry = m_entries.get(key);
        if (!type.isInstance(entry)) {
            throw new InvalidSettingsException(title + " for key \"" + key + "\" not found.");
        }
        return type.cast(entry);
    }
}
