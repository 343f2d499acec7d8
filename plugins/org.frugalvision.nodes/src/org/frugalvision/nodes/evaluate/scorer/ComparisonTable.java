// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.Optional;

import org.frugalvision.engine.evaluate.Interval;
import org.frugalvision.engine.evaluate.McNemar;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row that compares two predictions, or none. */
final class ComparisonTable {

    private static final DataTableSpec SPEC = new DataTableSpec(strings("First prediction"),
        strings("Second prediction"), NumberCells.longs("Images"), NumberCells.longs("Both right"),
        NumberCells.longs("Only first right"), NumberCells.longs("Only second right"),
        NumberCells.longs("Both wrong"), NumberCells.doubles("Accuracy of the first"),
        NumberCells.doubles("Accuracy of the second"), NumberCells.doubles("Difference"),
        NumberCells.doubles("Difference from (95 %)"), NumberCells.doubles("Difference to (95 %)"),
        strings("Test"), NumberCells.doubles("Chi-square"), NumberCells.doubles("p"));

    private ComparisonTable() {
    }

    static DataTableSpec spec() {
        return SPEC;
    }

    /** @param test of at least one image */
    static BufferedDataTable create(final String name, final Optional<McNemar> test, final String first,
        final String second, final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        test.ifPresent(paired -> rows.addRowToTable(row(name, paired, first, second)));
        rows.close();
        return rows.getTable();
    }

    private static DefaultRow row(final String name, final McNemar test, final String first, final String second) {
        final double images = test.images();
        final Interval difference = test.difference();
        return new DefaultRow(new RowKey(name), new StringCell(first), new StringCell(second),
            new LongCell(test.images()), new LongCell(test.both()), new LongCell(test.firstOnly()),
            new LongCell(test.secondOnly()), new LongCell(test.neither()),
            new DoubleCell((test.both() + test.firstOnly()) / images),
            new DoubleCell((test.both() + test.secondOnly()) / images),
            new DoubleCell((test.firstOnly() - test.secondOnly()) / images), new DoubleCell(difference.lower()),
            new DoubleCell(difference.upper()),
            new StringCell(test.exact() ? "exact binomial" : "chi-square with continuity correction"),
            NumberCells.of(test.chiSquare()), new DoubleCell(test.p()));
    }

    private static DataColumnSpec strings(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }
}
