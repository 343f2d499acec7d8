// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** Tables with one threshold per class: a label is told if its probability is above it. */
public final class Thresholds {

    private static final String TITLE = "Given thresholds";

    private static final String CLASS = "Class";

    private static final String THRESHOLD = "Threshold";

    private static final DataTableSpec SPEC = new DataTableSpec(
        new DataColumnSpecCreator(CLASS, StringCell.TYPE).createSpec(), NumberCells.doubles(THRESHOLD));

    private Thresholds() {
    }

    /** @return the columns of such a table: the class and its threshold */
    public static DataTableSpec spec() {
        return SPEC;
    }

    /**
     * @param table columns of a table
     * @throws InvalidSettingsException if it has no classes or no thresholds
     */
    public static void check(final DataTableSpec table) throws InvalidSettingsException {
        Columns.find(table, CLASS, TITLE, LabelKind.STRINGS);
        Columns.find(table, THRESHOLD, TITLE, "numbers", DoubleValue.class);
    }

    /**
     * @param classes their names
     * @param thresholds of the classes
     * @param context of the running node
     * @return one row per class
     */
    public static BufferedDataTable create(final List<String> classes, final double[] thresholds,
        final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        for (int k = 0; k < thresholds.length; k++) {
            rows.addRowToTable(new DefaultRow(new RowKey(classes.get(k)), new StringCell(classes.get(k)),
                new DoubleCell(thresholds[k])));
        }
        rows.close();
        return rows.getTable();
    }

    /**
     * @param table one row per class, in any order; further classes are passed over
     * @param classes the classes wanted
     * @return their thresholds
     * @throws InvalidSettingsException if it has no classes or no thresholds
     * @throws DataException if a class has none or two, or one is not from 0 to 1
     */
    public static double[] read(final BufferedDataTable table, final List<String> classes)
        throws InvalidSettingsException {
        check(table.getDataTableSpec());
        final int name = table.getDataTableSpec().findColumnIndex(CLASS);
        final int threshold = table.getDataTableSpec().findColumnIndex(THRESHOLD);
        final List<String> known = classes.stream().map(ClassName::of).toList();
        final double[] thresholds = new double[known.size()];
        Arrays.fill(thresholds, Double.NaN);
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final int index =
                    row.getCell(name).isMissing() ? -1 : known.indexOf(Classes.nameOf(row.getCell(name)));
                if (index >= 0 && !Double.isNaN(thresholds[index])) {
                    throw new DataException(Wording.row(row.getKey().getString()),
                        "the class %s has a threshold already.".formatted(Wording.value(classes.get(index))),
                        "Keep one row of each class.");
                }
                if (index >= 0) {
                    thresholds[index] = threshold(row, row.getCell(threshold));
                }
            }
        }
        final List<String> without = IntStream.range(0, thresholds.length)
            .filter(k -> Double.isNaN(thresholds[k])).mapToObj(classes::get).toList();
        if (!without.isEmpty()) {
            throw new DataException(TITLE, "there must be one for every class, but there is none for "
                + Wording.some(without) + ".", "Connect the thresholds of a Multi-label Scorer for the same classes.");
        }
        return thresholds;
    }

    private static double threshold(final DataRow row, final DataCell cell) {
        final double value = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
        if (!(value >= 0 && value <= 1)) {
            throw new DataException(Wording.row(row.getKey().getString()), "the threshold must be between 0 and 1, "
                + "but is "
                + (cell.isMissing() ? "missing" : Wording.value(value)) + ".", "Mend the value.");
        }
        return value;
    }
}
