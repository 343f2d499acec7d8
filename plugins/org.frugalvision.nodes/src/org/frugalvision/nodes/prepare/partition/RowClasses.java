// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * The class and the group of every row, numbered in the order in which they first occur.
 *
 * @param labels per row; all 0 if nothing is stratified
 * @param groups per row; empty if there are no groups
 * @param classes the names of the labels
 */
record RowClasses(int[] labels, int[] groups, List<String> classes) {

    private static final String NO_LABEL = "no label";

    /** Label and group column, -1 where the settings do without. */
    static int[] columns(final DataTableSpec table, final ImagePartitionerNodeParameters parameters)
        throws InvalidSettingsException {
        if (parameters.m_keepGroups && (parameters.m_groupColumn == null || parameters.m_groupColumn.isEmpty())) {
            throw Message.fromSummaryWithResolution(
                "\"Group column\" must be chosen, because \"Keep groups together\" is on, but is empty.",
                "Choose the column that says which images belong together.").toInvalidSettingsException();
        }
        return new int[]{ //
            parameters.m_stratify ? Columns.label(table, parameters.m_labelColumn) : -1, //
            parameters.m_keepGroups
                ? Columns.find(table, parameters.m_groupColumn, "Group column", "values", DataValue.class) : -1};
    }

    /** Reads a table once; rows without group are told to {@code alone}. */
    static RowClasses read(final BufferedDataTable table, final ImagePartitionerNodeParameters parameters,
        final Skipped alone, final RunControl run) throws CanceledException, InvalidSettingsException {
        final int[] columns = columns(table.getDataTableSpec(), parameters);
        final int size = Math.toIntExact(table.size());
        final var labels = new int[size];
        final var groups = new int[parameters.m_keepGroups ? size : 0];
        final Map<Object, Integer> knownLabels = new HashMap<>();
        final Map<Object, Integer> knownGroups = new HashMap<>();
        final List<String> classes = new ArrayList<>();
        try (var rows = table.iterator()) {
            for (int i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                if (columns[0] >= 0) {
                    final DataCell label = row.getCell(columns[0]);
                    final String name = label.isMissing() ? NO_LABEL : Wording.value(Classes.nameOf(label));
                    labels[i] = number(knownLabels, name);
                    if (labels[i] == classes.size()) {
                        classes.add(name);
                    }
                }
                if (columns[1] >= 0) {
                    groups[i] = number(knownGroups, group(row, columns[1], alone));
                }
                run.progress((i + 1.0) / size,
                    "reading row %s of %s".formatted(Wording.value(i + 1), Wording.value(size)));
            }
        }
        return new RowClasses(labels, groups, classes);
    }

    /** The name of a class in a sentence. */
    String nameOf(final int label) {
        return classes.isEmpty() ? "that of all images" : classes.get(label);
    }

    private static Object group(final DataRow row, final int column, final Skipped alone) {
        final DataCell group = row.getCell(column);
        if (group.isMissing()) {
            alone.add(row.getKey().getString(), "the group is missing");
            return row.getKey();
        }
        return group;
    }

    private static int number(final Map<Object, Integer> known, final Object value) {
        final Integer next = known.size();
        final Integer old = known.putIfAbsent(value, next);
        return old == null ? next : old;
    }
}
