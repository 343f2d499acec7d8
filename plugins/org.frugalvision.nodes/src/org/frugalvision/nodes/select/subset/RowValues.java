// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.List;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.ImageRows.ImageRow;
import org.frugalvision.nodes.table.Skipped;
import org.frugalvision.nodes.table.VectorCells;
import org.knime.core.data.DoubleValue;

/** Reads probabilities, vectors and numbers from the cells of rows; refuses what cannot be. */
final class RowValues {

    /** Probabilities that were rounded for people still sum to 1 within this. */
    private static final double ROUNDING = 0.01;

    private final VectorCells m_vectors = new VectorCells();

    /** Whether the row lacks something; then it is counted as skipped. */
    boolean missing(final ImageRow row, final PoolSources sources, final Skipped skipped) {
        for (final List<Integer> columns : sources.probabilities().values()) {
            if (columns.stream().anyMatch(column -> missing(row, column, "a probability is missing", skipped))) {
                return true;
            }
        }
        return sources.vectors().isPresent()
            && missing(row, sources.vectors().getAsInt(), "the embedding is missing", skipped)
            || sources.numbers().entrySet().stream().anyMatch(
                entry -> missing(row, entry.getValue(), "a number is missing (" + entry.getKey() + ")", skipped));
    }

    private static boolean missing(final ImageRow row, final int column, final String what, final Skipped skipped) {
        if (row.row().getCell(column).isMissing()) {
            skipped.add(row.id(), what);
            return true;
        }
        return false;
    }

    double[] probabilities(final ImageRow row, final List<Integer> columns) {
        final double[] probabilities = columns.stream().mapToDouble(column -> number(row, column)).toArray();
        double sum = 0;
        for (final double p : probabilities) {
            sum += p >= 0 ? p : Double.NaN;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new DataException(Wording.row(row.id()),
                "the probabilities must be at least 0 and sum to 1, but do not.",
                "Choose the prediction column of a CNN Predictor.");
        }
        return probabilities;
    }

    float[] vector(final ImageRow row, final int column) {
        return m_vectors.of(row.row(), column);
    }

    double number(final ImageRow row, final int column) {
        final double value = ((DoubleValue)row.row().getCell(column)).getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new DataException(Wording.row(row.id()), "a number that is needed is not finite.",
                "Mend the value, or choose another column.");
        }
        return value;
    }
}
