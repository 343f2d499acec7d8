// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import org.knime.core.node.util.CheckUtils;

/** Builds a {@link DataColumnSpec}. */
public final class DataColumnSpecCreator {

    private String m_name;

    private DataType m_type;

    private DataColumnDomain m_domain = new DataColumnDomainCreator().createDomain();

    private DataColumnProperties m_properties = new DataColumnProperties();

    /** A column without known values. */
    public DataColumnSpecCreator(final String name, final DataType type) {
        setName(name);
        setType(type);
    }

    /** As the column is. */
    public DataColumnSpecCreator(final DataColumnSpec spec) {
        this(spec.getName(), spec.getType());
        m_domain = spec.getDomain();
        m_properties = spec.getProperties();
    }

    /** Sets the name. */
    public void setName(final String name) {
        m_name = CheckUtils.checkArgumentNotNull(name, "Column name must not be null.");
    }

    /** Sets the type. */
    public void setType(final DataType type) {
        m_type = CheckUtils.checkArgumentNotNull(type, "Type of column \"%s\" must not be null.", m_name);
    }

    /** The type. */
    public DataType getType() {
        return m_type;
    }

    /** Sets what is known about the values; null: nothing. */
    public void setDomain(final DataColumnDomain domain) {
        m_domain = domain == null ? new DataColumnDomainCreator().createDomain() : domain;
    }

    /** Sets the properties; null: none. */
    public void setProperties(final DataColumnProperties properties) {
        m_properties = properties == null ? new DataColumnProperties() : properties;
    }

    /** The column. */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(m_name, m_type, m_domain, m_properties);
    }
}
