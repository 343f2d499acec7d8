// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.report.Result;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.NetworkColumn;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * Results as scorers give them out, from any number of tables: a row each, whose row ID is the name. Columns are found
 * by name, so tables with more columns, in another order, or without some of the costs are read as well.
 */
final class ResultTables {

    private static final String IMAGES = "Images";

    private static final String ACCURACY = "Accuracy";

    private final Skipped m_skipped = new Skipped("Left out");

    private final Map<String, Result> m_results = new LinkedHashMap<>();

    private final Map<String, String> m_networks = new LinkedHashMap<>();

    private long m_rows;

    /** Refuses a table that lacks what no result can be without. */
    static void check(final DataTableSpec table) throws InvalidSettingsException {
        for (final String name : List.of(IMAGES, ACCURACY)) {
            final int column = table.findColumnIndex(name);
            if (column < 0 || !table.getColumnSpec(column).getType().isCompatible(DoubleValue.class)) {
                throw Message.fromSummaryWithResolution(
                    "\"Results\" must have a column \"%s\" of numbers, but have none.".formatted(name),
                    "Connect the overall scores of an Image Classification Scorer; it takes cost tables at its third "
                        + "input.").toInvalidSettingsException();
            }
        }
    }

    /**
     * Reads a table. The same row may stand in several tables, as scorers hand on the results of others.
     *
     * @throws DataException if a result is impossible, or stands for another one of that name
     */
    void add(final BufferedDataTable table) {
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                m_rows++;
                add(table.getDataTableSpec(), rows.next());
            }
        }
    }

    /** In the order of the tables. */
    List<Result> results() {
        return List.copyOf(m_results.values());
    }

    /** For each result that says so of which network it is, see {@link NetworkColumn}. */
    Map<String, String> networks() {
        return Map.copyOf(m_networks);
    }

    /** What was left out. */
    Stream<String> warnings() {
        return m_skipped.warning(m_rows).stream();
    }

    private void add(final DataTableSpec spec, final DataRow row) {
        final String name = row.getKey().getString();
        if (row.getCell(spec.findColumnIndex(ACCURACY)).isMissing()
            || row.getCell(spec.findColumnIndex(IMAGES)).isMissing()) {
            m_skipped.add(name, "it has no accuracy or number of images");
            return;
        }
        final var result = new Result(name, (int)Math.min(Integer.MAX_VALUE, Math.round(number(spec, row, IMAGES))),
            number(spec, row, ACCURACY), cost(spec, row));
        final Result known = m_results.putIfAbsent(name, result);
        if (known != null && !known.equals(result)) {
            throw new DataException(Wording.row(name), "two different results must not have one name, but have.",
                "Choose another \"Name of the result\" at one of the scorers.");
        }
        final int network = spec.findColumnIndex(NetworkColumn.NAME);
        if (network >= 0 && row.getCell(network) instanceof StringValue value) {
            m_networks.put(name, value.getStringValue());
        }
    }

    private static CostEntry cost(final DataTableSpec spec, final DataRow row) {
        CostEntry cost = CostEntry.of("total", "Total");
        for (final Quantity quantity : Arrays.stream(Quantity.values())
            .filter(each -> isNumber(spec, row, each.label())).toList()) {
            final double amount = number(spec, row, quantity.label());
            if (!(amount >= 0)) {
                throw new DataException(Wording.row(row.getKey().getString()), "\"%s\" must be at least 0, but is %s."
                    .formatted(quantity.label(), Wording.value(amount)), "Connect the scores as their node made them.");
            }
            cost = cost.with(quantity, amount);
        }
        return cost;
    }

    private static boolean isNumber(final DataTableSpec spec, final DataRow row, final String column) {
        final int index = spec.findColumnIndex(column);
        return index >= 0 && row.getCell(index) instanceof DoubleValue;
    }

    private static double number(final DataTableSpec spec, final DataRow row, final String column) {
        final DataCell cell = row.getCell(spec.findColumnIndex(column));
        return ((DoubleValue)cell).getDoubleValue();
    }
}
