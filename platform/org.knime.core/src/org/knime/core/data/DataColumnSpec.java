// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** Name, type, domain and properties of a column; immutable. Made by {@link DataColumnSpecCreator}. */
public final class DataColumnSpec {

    private final String m_name;

    private final DataType m_type;

    private final DataColumnDomain m_domain;

    private final DataColumnProperties m_properties;

    DataColumnSpec(final String name, final DataType type, final DataColumnDomain domain,
        final DataColumnProperties properties) {
        m_name = name;
        m_type = type;
        m_domain = domain;
        m_properties = properties;
    }

    /** The name, unique within a table. */
    public String getName() {
        return m_name;
    }

    /** The type that every cell has, or is a subtype of. */
    public DataType getType() {
        return m_type;
    }

    /** What is known about the values; never null. */
    public DataColumnDomain getDomain() {
        return m_domain;
    }

    /** Texts that the column carries along; never null. */
    public DataColumnProperties getProperties() {
        return m_properties;
    }

    /** Whether name and type are equal. */
    public boolean equalStructure(final DataColumnSpec spec) {
        return spec != null && m_name.equals(spec.m_name) && m_type.equals(spec.m_type);
    }

    /** Stores everything. */
    public void save(final ConfigWO config) {
        config.addString("column_name", m_name);
        config.addDataType("column_type", m_type);
        m_domain.save(config.addConfig("column_domain"));
        if (m_properties.size() > 0) {
            m_properties.save(config.addConfig("column_properties"));
        }
    }

    /**
     * Reads a column.
     *
     * @throws InvalidSettingsException if a key or the class of the type is missing
     */
    public static DataColumnSpec load(final ConfigRO config) throws InvalidSettingsException {
        return new DataColumnSpec(config.getString("column_name"), config.getDataType("column_type"),
            DataColumnDomain.load(config.getConfig("column_domain")), config.containsKey("column_properties")
                ? DataColumnProperties.load(config.getConfig("column_properties")) : new DataColumnProperties());
    }

    @Override
    public boolean equals(final Object object) {
        if (!(object instanceof DataColumnSpec)) {
            return false;
        }
        final DataColumnSpec spec = (DataColumnSpec)object;
        return equalStructure(spec) && m_domain.equals(spec.m_domain) && m_properties.equals(spec.m_properties);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_name, m_type);
    }

    @Override
    public String toString() {
        return m_name + " (" + m_type + ")";
    }
}
