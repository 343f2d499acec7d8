// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/** Learns the domain of a column: bounds where cells have an order, possible values where they are nominal. */
final class ColumnDomain {

    private final DataColumnSpec m_column;

    private final boolean m_bounded;

    /** Null if they are unknown or too many. */
    private Set<DataCell> m_values;

    private int m_maxValues;

    private DataCell m_lower;

    private DataCell m_upper;

    ColumnDomain(final DataColumnSpec column, final boolean isInitialized, final int maxValues) {
        m_column = column;
        m_bounded = column.getType().isCompatible(BoundedValue.class);
        m_values = column.getType().isCompatible(NominalValue.class) ? new LinkedHashSet<>() : null;
        if (isInitialized) {
            m_lower = column.getDomain().getLowerBound();
            m_upper = column.getDomain().getUpperBound();
            if (m_values != null && column.getDomain().hasValues()) {
                m_values.addAll(column.getDomain().getValues());
            }
        }
        setMaxValues(maxValues);
    }

    /** Values that are known already do not become unknown. */
    void setMaxValues(final int maxValues) {
        m_maxValues = Math.max(maxValues, m_values == null ? 0 : m_values.size());
    }

    void add(final DataCell cell) {
        if (cell.isMissing()) {
            return;
        }
        if (m_values != null && m_values.add(cell) && m_values.size() > m_maxValues) {
            m_values = null;
        }
        if (m_bounded && !Double.isNaN(number(cell))) {
            m_lower = m_lower == null || isLess(cell, m_lower) ? cell : m_lower;
            m_upper = m_upper == null || isLess(m_upper, cell) ? cell : m_upper;
        }
    }

    private static boolean isLess(final DataCell cell1, final DataCell cell2) {
        if (cell1 instanceof LongValue && cell2 instanceof LongValue) {
            return ((LongValue)cell1).getLongValue() < ((LongValue)cell2).getLongValue();
        }
        return number(cell1) < number(cell2);
    }

    /** Not a number if the cell has an order that this runtime does not know. */
    private static double number(final DataCell cell) {
        return cell instanceof DoubleValue ? ((DoubleValue)cell).getDoubleValue() : Double.NaN;
    }

    DataColumnSpec createSpec() {
        final DataColumnDomain domain = new DataColumnDomainCreator(m_values, m_lower, m_upper).createDomain();
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(m_column);
        creator.setDomain(domain);
        return creator.createSpec();
    }
}
