// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.ProbabilityColumns;
import org.knime.core.data.DataTableSpec;

/**
 * The classes of a table of predictions.
 *
 * @param all those that the network knows, then those of other labels
 * @param known how many the network knows
 * @param probabilities indices of the columns of their probabilities, one per known class; empty without; not to be
 *   modified
 */
record KnownClasses(List<String> all, int known, int[] probabilities) {

    /**
     * @param table with the columns
     * @param prediction index of the column of predictions
     * @param predicted its classes
     * @param labels classes of the column of true classes
     */
    static KnownClasses of(final DataTableSpec table, final int prediction, final List<String> predicted,
        final List<String> labels) {
        final var columns = ProbabilityColumns.find(table, table.getColumnSpec(prediction).getName(), predicted);
        final Set<String> classes = new LinkedHashSet<>(predicted);
        columns.ifPresent(
            found -> labels.stream().filter(name -> found.index(table, name).isPresent()).forEach(classes::add));
        final int known = classes.size();
        final int[] probabilities = columns.map(found -> classes.stream()
            .mapToInt(name -> found.index(table, name).orElseThrow()).toArray()).orElse(new int[0]);
        classes.addAll(labels);
        return new KnownClasses(List.copyOf(classes), known, probabilities);
    }

    /** The same, if KNIME knows the possible values of both columns before there is a table. */
    static Optional<KnownClasses> expected(final DataTableSpec table, final int label, final int prediction) {
        return Classes.known(table.getColumnSpec(prediction)).flatMap(predicted -> Classes
            .known(table.getColumnSpec(label)).map(labels -> of(table, prediction, predicted, labels)));
    }
}
