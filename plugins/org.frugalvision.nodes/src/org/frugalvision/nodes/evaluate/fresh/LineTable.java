// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.fresh;

import java.util.Optional;
import java.util.OptionalDouble;

import org.frugalvision.engine.evaluate.AccuracyLine;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The fresh accuracies as a line over the original ones: a row for accuracies, and one for their probits. */
final class LineTable {

    private static final DataTableSpec SPEC = new DataTableSpec(NumberCells.ints("Models"),
        NumberCells.doubles("Slope"), NumberCells.doubles("Intercept"), NumberCells.doubles("R squared"),
        NumberCells.doubles("Rank correlation"));

    private LineTable() {
    }

    static DataTableSpec spec() {
        return SPEC;
    }

    static BufferedDataTable create(final double[] original, final double[] fresh, final ExecutionContext context) {
        final OptionalDouble ranks = AccuracyLine.rankCorrelation(original, fresh);
        final var rows = context.createDataContainer(SPEC);
        rows.addRowToTable(row("Accuracy", original.length, AccuracyLine.of(original, fresh), ranks));
        rows.addRowToTable(row("Probit", original.length, AccuracyLine.ofProbits(original, fresh), ranks));
        rows.close();
        return rows.getTable();
    }

    private static DefaultRow row(final String scale, final int models, final Optional<AccuracyLine> line,
        final OptionalDouble ranks) {
        return new DefaultRow(new RowKey(scale), new IntCell(models),
            NumberCells.of(line.stream().mapToDouble(AccuracyLine::slope).findFirst()),
            NumberCells.of(line.stream().mapToDouble(AccuracyLine::intercept).findFirst()),
            NumberCells.of(line.map(AccuracyLine::rSquared).orElseGet(OptionalDouble::empty)), NumberCells.of(ranks));
    }
}
