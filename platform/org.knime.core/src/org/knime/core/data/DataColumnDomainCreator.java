// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** Builds a {@link DataColumnDomain}; null means unknown. */
public class DataColumnDomainCreator {

    private Set<? extends DataCell> m_values;

    private DataCell m_lower;

    private DataCell m_upper;

    /** Nothing known. */
    public DataColumnDomainCreator() {
        this((Set<? extends DataCell>)null, null, null);
    }

    /** As known by the domain. */
    public DataColumnDomainCreator(final DataColumnDomain domain) {
        this(domain.getValues(), domain.getLowerBound(), domain.getUpperBound());
    }

    /** Possible values without bounds. */
    public DataColumnDomainCreator(final Set<? extends DataCell> values) {
        this(values, null, null);
    }

    /** Possible values without bounds. */
    public DataColumnDomainCreator(final DataCell[] values) {
        this(new LinkedHashSet<>(Arrays.asList(values)));
    }

    /** Bounds without possible values. */
    public DataColumnDomainCreator(final DataCell lower, final DataCell upper) {
        this((Set<? extends DataCell>)null, lower, upper);
    }

    /** Possible values and bounds. */
    public DataColumnDomainCreator(final Set<? extends DataCell> values, final DataCell lower, final DataCell upper) {
        m_values = values;
        m_lower = lower;
        m_upper = upper;
    }

    /** Sets the possible values. */
    public void setValues(final Set<? extends DataCell> values) {
        m_values = values;
    }

    /** Sets the smallest value. */
    public void setLowerBound(final DataCell lower) {
        m_lower = lower;
    }

    /** Sets the largest value. */
    public void setUpperBound(final DataCell upper) {
        m_upper = upper;
    }

    /** The domain. */
    public DataColumnDomain createDomain() {
        return new DataColumnDomain(m_values, m_lower, m_upper);
    }
}
