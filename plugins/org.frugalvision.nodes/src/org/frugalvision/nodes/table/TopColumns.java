// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.stream.IntStream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;

/**
 * The columns of the most probable classes of a prediction, by name: "Top 1" holds the most probable one, "Top 2" the
 * next, "Top 1 probability" the probability of the first. A suffix stands behind all of them.
 *
 * @param suffix the end of all names; may be empty
 */
public record TopColumns(String suffix) {

    /**
     * @param place from 1 on
     * @return name of the column of that class
     */
    public String name(final int place) {
        return "Top " + place + suffix;
    }

    /**
     * @param place from 1 on
     * @return name of the column of the probability of that class
     */
    public String probability(final int place) {
        return "Top " + place + " probability" + suffix;
    }

    /**
     * @param table columns of a table
     * @return indices of the columns of classes, from the most probable one on, up to the first that the table lacks
     */
    public int[] find(final DataTableSpec table) {
        return IntStream.rangeClosed(1, table.getNumColumns()).map(place -> table.findColumnIndex(name(place)))
            .takeWhile(i -> i >= 0 && table.getColumnSpec(i).getType().isCompatible(StringValue.class)).toArray();
    }

    /**
     * The columns that may belong to a prediction.
     *
     * @param table columns of a table
     * @param prediction name of the prediction column; what stands behind "Prediction (label)" is the suffix, and the
     *   end of any other name may be it
     * @return indices of the columns of classes with the longest suffix that has some; empty if there are none
     */
    public static int[] of(final DataTableSpec table, final String prediction) {
        final var expected = ProbabilityColumns.expected(prediction);
        final boolean marked = !expected.target().equals(prediction);
        final int first = marked ? prediction.length() - expected.suffix().length() : 0;
        final int last = marked ? first : prediction.length();
        return IntStream.rangeClosed(first, last)
            .mapToObj(end -> new TopColumns(prediction.substring(end)).find(table)).filter(found -> found.length > 0)
            .findFirst().orElse(new int[0]);
    }
}
