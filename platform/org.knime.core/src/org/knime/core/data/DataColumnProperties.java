// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Map;
import java.util.TreeMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Texts by name that a column carries along; immutable. */
public final class DataColumnProperties {

    private final Map<String, String> m_properties;

    /** None. */
    public DataColumnProperties() {
        this(Map.of());
    }

    /** A copy of the map. */
    public DataColumnProperties(final Map<String, String> properties) {
        m_properties = new TreeMap<>(properties);
    }

    /** Whether there is a text with the name. */
    public boolean containsProperty(final String key) {
        return m_properties.containsKey(key);
    }

    /** The text with the name, or null. */
    public String getProperty(final String key) {
        return m_properties.get(key);
    }

    /** The text with the name, or the default. */
    public String getProperty(final String key, final String def) {
        return m_properties.getOrDefault(key, def);
    }

    /** The number of texts. */
    public int size() {
        return m_properties.size();
    }

    /** These properties with those of the map added, or put in their place. */
    public DataColumnProperties cloneAndOverwrite(final Map<String, String> properties) {
        final Map<String, String> merged = new TreeMap<>(m_properties);
        merged.putAll(properties);
        return new DataColumnProperties(merged);
    }

    /** Stores the texts. */
    public void save(final ConfigWO config) {
        m_properties.forEach(config::addString);
    }

    /**
     * Reads the texts.
     *
     * @throws InvalidSettingsException if there is anything else
     */
    public static DataColumnProperties load(final ConfigRO config) throws InvalidSettingsException {
        final Map<String, String> properties = new TreeMap<>();
        for (final String key : config) {
            properties.put(key, config.getString(key));
        }
        return new DataColumnProperties(properties);
    }

    @Override
    public boolean equals(final Object object) {
        return object instanceof DataColumnProperties
            && m_properties.equals(((DataColumnProperties)object).m_properties);
    }

    @Override
    public int hashCode() {
        return m_properties.hashCode();
    }

    @Override
    public String toString() {
        return m_properties.toString();
    }
}
