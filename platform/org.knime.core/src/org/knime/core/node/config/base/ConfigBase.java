// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.frugalvision.platform.config.Defaults;
import org.knime.core.node.InvalidSettingsException;

/** A tree of settings; entries keep the order of insertion. Arrays are up to the subclass. Not thread safe. */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1;

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
        return Defaults.orElse(() -> require(key, ConfigTransientStringEntry.class, "String").getTransientString(),
            null);
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
        return Defaults.orElse(() -> getInt(key), def);
    }

    @Override
    public void addInt(final String key, final int value) {
        put(new ConfigIntEntry(key, value));
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return require(key, ConfigDoubleEntry.class, "Double").getDouble();
    }

    @Override
    public double getDouble(final String key, final double def) {
        return Defaults.orElse(() -> getDouble(key), def);
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(new ConfigDoubleEntry(key, value));
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return require(key, ConfigFloatEntry.class, "Float").getFloat();
    }

    @Override
    public float getFloat(final String key, final float def) {
        return Defaults.orElse(() -> getFloat(key), def);
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(new ConfigFloatEntry(key, value));
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return require(key, ConfigCharEntry.class, "Char").getChar();
    }

    @Override
    public char getChar(final String key, final char def) {
        return Defaults.orElse(() -> getChar(key), def);
    }

    @Override
    public void addChar(final String key, final char value) {
        put(new ConfigCharEntry(key, value));
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return require(key, ConfigShortEntry.class, "Short").getShort();
    }

    @Override
    public short getShort(final String key, final short def) {
        return Defaults.orElse(() -> getShort(key), def);
    }

    @Override
    public void addShort(final String key, final short value) {
        put(new ConfigShortEntry(key, value));
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return require(key, ConfigLongEntry.class, "Long").getLong();
    }

    @Override
    public long getLong(final String key, final long def) {
        return Defaults.orElse(() -> getLong(key), def);
    }

    @Override
    public void addLong(final String key, final long value) {
        put(new ConfigLongEntry(key, value));
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return require(key, ConfigByteEntry.class, "Byte").getByte();
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return Defaults.orElse(() -> getByte(key), def);
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(new ConfigByteEntry(key, value));
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return require(key, ConfigBooleanEntry.class, "Boolean").getBoolean();
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return Defaults.orElse(() -> getBoolean(key), def);
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(new ConfigBooleanEntry(key, value));
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return require(key, ConfigStringEntry.class, "String").getString();
    }

    @Override
    public String getString(final String key, final String def) {
        return Defaults.orElse(() -> getString(key), def);
    }

    @Override
    public void addString(final String key, final String value) {
        put(new ConfigStringEntry(key, value));
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
