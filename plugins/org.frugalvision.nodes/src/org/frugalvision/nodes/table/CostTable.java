// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * The costs of a result as a table: one row per piece of work, and their total (a cell is missing where nothing is
 * known); after that, if there is one, the estimate that was made before, in the same columns, so that it stands beside
 * the truth. The last two are no costs of their own.
 */
public final class CostTable {

    private static final String TOTAL = "Total";

    private static final String ESTIMATE = "Estimate";

    private static final DataColumnSpec[] COSTS =
        Arrays.stream(Quantity.values()).map(CostTable::column).toArray(DataColumnSpec[]::new);

    private static final DataTableSpec SPEC = new DataTableSpec(concatenated(
        new DataColumnSpecCreator("Work", StringCell.TYPE).createSpec(), COSTS));

    private CostTable() {
    }

    /** @return the columns of the table */
    public static DataTableSpec spec() {
        return SPEC;
    }

    /** @return the columns of the costs alone, without what was done; a new array */
    public static DataColumnSpec[] costColumns() {
        return COSTS.clone();
    }

    /**
     * @param ledger the costs
     * @param context of the running node
     * @return the table; row IDs are the ids of the entries, the last row is "Total"
     */
    public static BufferedDataTable create(final CostLedger ledger, final ExecutionContext context) {
        return create(ledger, Optional.empty(), context);
    }

    /**
     * @param ledger the costs
     * @param estimate what the last entry was expected to cost
     * @param context of the running node
     * @return the table; row IDs are the ids of the entries, the last rows are "Total" and "Estimate"
     */
    public static BufferedDataTable create(final CostLedger ledger, final CostEntry estimate,
        final ExecutionContext context) {
        return create(ledger, Optional.of(estimate), context);
    }

    private static BufferedDataTable create(final CostLedger ledger, final Optional<CostEntry> estimate,
        final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        ledger.entries().forEach(entry -> rows.addRowToTable(row(entry.id(), entry.what(), entry)));
        rows.addRowToTable(row(TOTAL, "all of the above", ledger.total()));
        estimate.ifPresent(expected -> rows.addRowToTable(row(ESTIMATE, expected.what(), expected)));
        rows.close();
        return rows.getTable();
    }

    /**
     * @param cost an entry
     * @return its cells, in the order of {@link #costColumns()}
     */
    public static DataCell[] cells(final CostEntry cost) {
        return Arrays.stream(Quantity.values()).map(quantity -> cell(quantity, cost)).toArray(DataCell[]::new);
    }

    /**
     * @param table columns of a table
     * @param title visible name of the input
     * @throws InvalidSettingsException if it is no table of costs
     */
    public static void check(final DataTableSpec table, final String title) throws InvalidSettingsException {
        if (!table.equalStructure(SPEC)) {
            throw Message.fromSummaryWithResolution(
                "\"%s\" must be a cost table, but have other columns.".formatted(title),
                "Connect the output \"Cost\" of another node.").toInvalidSettingsException();
        }
    }

    /**
     * @param table made by {@link #create}
     * @return its costs, without total and estimate
     * @throws DataException if it is not told what the work was
     */
    public static CostLedger read(final BufferedDataTable table) {
        final var entries = new ArrayList<CostEntry>();
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (!Set.of(TOTAL, ESTIMATE).contains(row.getKey().getString())) {
                    entries.add(entry(row));
                }
            }
        }
        return CostLedger.of(entries);
    }

    private static CostEntry entry(final DataRow row) {
        final String id = row.getKey().getString();
        if (row.getCell(0).isMissing()) {
            throw new DataException(Wording.row(id), "\"Work\" is missing.",
                "Connect the cost table as its node made it.");
        }
        CostEntry entry = CostEntry.of(id, ((StringValue)row.getCell(0)).getStringValue());
        for (final Quantity quantity : Quantity.values()) {
            final DataCell cell = row.getCell(1 + quantity.ordinal());
            if (!cell.isMissing()) {
                entry = entry.with(quantity, decimal(quantity) ? (Number)((DoubleValue)cell).getDoubleValue()
                    : (Number)((LongValue)cell).getLongValue());
            }
        }
        return entry;
    }

    private static DataColumnSpec column(final Quantity quantity) {
        return decimal(quantity) ? NumberCells.doubles(quantity.label()) : NumberCells.longs(quantity.label());
    }

    private static DataCell cell(final Quantity quantity, final CostEntry cost) {
        return cost.amount(quantity).map(amount -> (DataCell)(decimal(quantity) ? new DoubleCell(amount.doubleValue())
            : new LongCell(amount.longValue()))).orElseGet(DataType::getMissingCell);
    }

    private static boolean decimal(final Quantity quantity) {
        return quantity.kind() == Quantity.Kind.MEASURE;
    }

    private static DefaultRow row(final String key, final String what, final CostEntry cost) {
        return new DefaultRow(new RowKey(key), concatenated(new StringCell(what), cells(cost)));
    }

    private static <T> T[] concatenated(final T first, final T[] rest) {
        final var all = Arrays.copyOf(rest, rest.length + 1);
        System.arraycopy(rest, 0, all, 1, rest.length);
        all[0] = first;
        return all;
    }
}
