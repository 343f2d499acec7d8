// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds a {@link DataTableSpec}. */
public final class DataTableSpecCreator {

    private final List<DataColumnSpec> m_columns = new ArrayList<>();

    private String m_name;

    /** Without columns. */
    public DataTableSpecCreator() {
    }

    /** As the table is. */
    public DataTableSpecCreator(final DataTableSpec spec) {
        setName(spec.getName());
        addColumns(spec);
    }

    /** Sets the name of the table. */
    public DataTableSpecCreator setName(final String name) {
        m_name = name;
        return this;
    }

    /** Adds columns on the right. */
    public DataTableSpecCreator addColumns(final DataColumnSpec... columns) {
        m_columns.addAll(Arrays.asList(columns));
        return this;
    }

    /** Adds the columns of the table on the right. */
    public DataTableSpecCreator addColumns(final DataTableSpec spec) {
        spec.forEach(m_columns::add);
        return this;
    }

    /** Puts another column in place of the one at the index. */
    public DataTableSpecCreator replaceColumn(final int index, final DataColumnSpec column) {
        m_columns.set(index, column);
        return this;
    }

    /** Forgets what is known about the values of the columns added so far. */
    public DataTableSpecCreator dropAllDomains() {
        m_columns.replaceAll(column -> {
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
            creator.setDomain(null);
            return creator.createSpec();
        });
        return this;
    }

    /** @throws IllegalArgumentException if a column is null or a name occurs twice */
    public DataTableSpec createSpec() {
        return new DataTableSpec(m_name, m_columns.toArray(DataColumnSpec[]::new));
    }
}
