// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.List;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.ImageRows.ImageRow;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListDataValue;

/** Reads probabilities, vectors and numbers from the cells of rows; refuses what cannot be. */
final class RowValues {

    /** Probabilities that were rounded for people still sum to 1 within this. */
    private static final double ROUNDING = 0.01;

    /** Length of the first vector; all must have it. */
    private int m_length = -1;

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
        final ListDataValue list = (ListDataValue)row.row().getCell(column);
        final float[] vector = new float[list.size()];
        for (int k = 0; k < vector.length; k++) {
            final DataCell cell = list.get(k);
            vector[k] = cell instanceof DoubleValue number ? (float)number.getDoubleValue() : Float.NaN;
            if (!Float.isFinite(vector[k])) {
                throw new DataException(Wording.row(row.id()),
                    "value %s of the embedding is no finite number.".formatted(Wording.value(k + 1)),
                    "Choose a column of lists of numbers.");
            }
        }
        m_length = m_length < 0 ? vector.length : m_length;
        if (vector.length == 0 || vector.length != m_length) {
            throw new DataException(Wording.row(row.id()),
                "the embedding has %s, but must have %s like those before it.".formatted(
                    Wording.count(vector.length, "value", "values"), Wording.value(Math.max(1, m_length))),
                "Use embeddings of one network.");
        }
        return vector;
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
