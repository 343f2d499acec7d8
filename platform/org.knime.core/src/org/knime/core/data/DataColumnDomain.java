// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** What is known about the values of a column: the possible ones, or the bounds; each may be unknown. Immutable. */
public final class DataColumnDomain {

    private static final String VALUES = "possible_values";

    private static final String LOWER = "lower_bound";

    private static final String UPPER = "upper_bound";

    /** In the order of appearance; null if unknown. */
    private final Set<DataCell> m_values;

    private final DataCell m_lower;

    private final DataCell m_upper;

    DataColumnDomain(final Set<? extends DataCell> values, final DataCell lower, final DataCell upper) {
        m_values = values == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(values));
        m_lower = lower;
        m_upper = upper;
    }

    /** The possible values in the order of appearance, or null. */
    public Set<DataCell> getValues() {
        return m_values;
    }

    /** Whether the possible values are known. */
    public boolean hasValues() {
        return m_values != null;
    }

    /** The smallest value, or null. */
    public DataCell getLowerBound() {
        return m_lower;
    }

    /** Whether the smallest value is known. */
    public boolean hasLowerBound() {
        return m_lower != null;
    }

    /** The largest value, or null. */
    public DataCell getUpperBound() {
        return m_upper;
    }

    /** Whether the largest value is known. */
    public boolean hasUpperBound() {
        return m_upper != null;
    }

    /** Whether both bounds are known. */
    public boolean hasBounds() {
        return hasLowerBound() && hasUpperBound();
    }

    /** Stores what is known. */
    public void save(final ConfigWO config) {
        if (hasLowerBound()) {
            config.addDataCell(LOWER, m_lower);
        }
        if (hasUpperBound()) {
            config.addDataCell(UPPER, m_upper);
        }
        if (hasValues()) {
            config.addDataCellArray(VALUES, m_values.toArray(DataCell[]::new));
        }
    }

    /** Reads what is known; what cannot be read is unknown. */
    public static DataColumnDomain load(final ConfigRO config) {
        final DataCell[] values = config.getDataCellArray(VALUES, (DataCell[])null);
        return new DataColumnDomain(values == null ? null : new LinkedHashSet<>(Arrays.asList(values)),
            config.getDataCell(LOWER, null), config.getDataCell(UPPER, null));
    }

    @Override
    public boolean equals(final Object object) {
        if (!(object instanceof DataColumnDomain)) {
            return false;
        }
        final DataColumnDomain domain = (DataColumnDomain)object;
        return Objects.equals(m_values, domain.m_values) && Objects.equals(m_lower, domain.m_lower)
            && Objects.equals(m_upper, domain.m_upper);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_values, m_lower, m_upper);
    }

    @Override
    public String toString() {
        return "lower_bound=" + m_lower + ",upper_bound=" + m_upper + ",possible_values=" + m_values;
    }
}
