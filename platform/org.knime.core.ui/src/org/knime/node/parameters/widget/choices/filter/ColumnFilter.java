// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.node.parameters.persistence.Persistable;

/**
 * The user's choice of columns: by hand, by a pattern for their names, or by type. Names of columns that are gone never
 * fail.
 */
public final class ColumnFilter implements Persistable {
    /** How columns are chosen; the names are what is stored. */
    enum Mode {
        MANUAL, REGEX, WILDCARD, TYPE
    }

    Mode m_mode = Mode.MANUAL;

    PatternFilter m_patternFilter = new PatternFilter();

    ManualFilter m_manualFilter;

    TypeFilter m_typeFilter = new TypeFilter();

    /** Creates a filter that selects nothing. */
    public ColumnFilter() {
        this(new String[0]);
    }

    /** @param selected the names of the columns selected by hand */
    public ColumnFilter(final String[] selected) {
        m_manualFilter = new ManualFilter(selected.clone());
    }

    /** @param selected the columns selected by hand */
    public ColumnFilter(final List<DataColumnSpec> selected) {
        this(names(selected.stream()));
    }

    /** @return this filter, which from now on does not select columns it has never seen */
    public ColumnFilter withExcludeUnknownColumns() {
        m_manualFilter.m_includeUnknownColumns = false;
        return this;
    }

    /** @return this filter, which from now on selects columns it has never seen: all except those deselected by hand */
    public ColumnFilter withIncludeUnknownColumns() {
        m_manualFilter.m_includeUnknownColumns = true;
        return this;
    }

    /** @return whether a column is selected */
    public Predicate<DataColumnSpec> getFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> column -> m_manualFilter.selects(column.getName());
            case REGEX -> m_patternFilter.regex()::test;
            case WILDCARD -> m_patternFilter.wildcard()::test;
            case TYPE -> m_typeFilter::selects;
        };
    }

    /**
     * @param columns the columns there are
     * @return the names of the selected ones, in their order
     */
    public String[] filter(final List<DataColumnSpec> columns) {
        return names(columns.stream().filter(getFilterPredicate()));
    }

    /**
     * @param spec a table
     * @return the names of its selected columns
     */
    public String[] filterFromFullSpec(final DataTableSpec spec) {
        return filter(spec.stream().toList());
    }

    /**
     * @param columns the columns there are
     * @return the names selected by hand that are not among them
     */
    public String[] getMissingSelected(final List<DataColumnSpec> columns) {
        if (m_mode != Mode.MANUAL || m_manualFilter.m_includeUnknownColumns) {
            return new String[0];
        }
        final var missing = new LinkedHashSet<>(List.of(m_manualFilter.m_manuallySelected));
        columns.forEach(column -> missing.remove(column.getName()));
        return missing.toArray(String[]::new);
    }

    /**
     * @param spec a table
     * @return the names selected by hand that it does not have
     */
    public String[] getMissingSelectedFromFullSpec(final DataTableSpec spec) {
        return getMissingSelected(spec.stream().toList());
    }

    private static String[] names(final Stream<DataColumnSpec> columns) {
        return columns.map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
