// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.multilabel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.frugalvision.engine.evaluate.LabelProbabilities;
import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.LabelLists;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** Reads the true labels and the probabilities of rows. */
final class LabelledRows {

    private final BufferedDataTable m_table;

    private final LabelColumns m_columns;

    private final List<SortedSet<String>> m_labels = new ArrayList<>();

    private final List<double[]> m_probabilities = new ArrayList<>();

    LabelledRows(final BufferedDataTable table, final LabelColumns columns) {
        m_table = table;
        m_columns = columns;
    }

    /**
     * @param title what messages call the table
     * @param skipped receives rows that lack something
     * @return labels and probabilities; classes that the network does not know come last and have the probability 0
     * @throws DataException if no row can be used, or a probability is none
     */
    LabelProbabilities read(final String title, final Skipped skipped, final RunControl run)
        throws CanceledException {
        try (var rows = m_table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                run.progress((i + 1.0) / m_table.size(),
                    "reading row %s of %s".formatted(Wording.value(i + 1), Wording.value(m_table.size())));
                read(rows.next(), skipped);
            }
        }
        if (m_labels.isEmpty()) {
            throw new DataException(title, skipped.warning(m_table.size()).map("no row can be used. %s"::formatted)
                .orElse("it must have at least one row, but is empty."),
                "Connect the predictions of images with known labels.");
        }
        return build();
    }

    /** Classes that occur among the labels but not among the predictions. */
    List<String> unknown() {
        final SortedSet<String> unknown = new TreeSet<>();
        m_labels.forEach(unknown::addAll);
        unknown.removeAll(known());
        return List.copyOf(unknown);
    }

    private List<String> known() {
        return m_columns.classes().stream().map(ClassName::of).toList();
    }

    private void read(final DataRow row, final Skipped skipped) {
        final String id = row.getKey().getString();
        final DataCell label = row.getCell(m_columns.label());
        final Optional<SortedSet<String>> labels = label.isMissing() ? Optional.empty() : LabelLists.of(label);
        if (labels.isEmpty()) {
            skipped.add(id, label.isMissing() ? "the label is missing" : "a label of the list is missing");
            return;
        }
        final double[] probabilities = new double[m_columns.probabilities().length];
        for (int k = 0; k < probabilities.length; k++) {
            final DataCell cell = row.getCell(m_columns.probabilities()[k]);
            if (cell.isMissing()) {
                skipped.add(id, "a probability is missing");
                return;
            }
            probabilities[k] = ((DoubleValue)cell).getDoubleValue();
            if (!(probabilities[k] >= 0 && probabilities[k] <= 1)) {
                throw new DataException(Wording.row(id), "the probability of %s must be between 0 and 1, but is %s."
                    .formatted(Wording.value(m_columns.classes().get(k)), Wording.value(probabilities[k])),
                    "Connect the output of a CNN Predictor.");
            }
        }
        m_labels.add(labels.get());
        m_probabilities.add(probabilities);
    }

    private LabelProbabilities build() {
        final List<String> unknown = unknown();
        final List<String> names = new ArrayList<>(m_columns.classes());
        names.addAll(unknown);
        final List<String> compared = new ArrayList<>(known());
        compared.addAll(unknown);
        final boolean[][] truth = new boolean[m_labels.size()][names.size()];
        final double[][] probabilities = new double[m_labels.size()][names.size()];
        for (int i = 0; i < truth.length; i++) {
            for (final String label : m_labels.get(i)) {
                truth[i][compared.indexOf(label)] = true;
            }
            System.arraycopy(m_probabilities.get(i), 0, probabilities[i], 0, m_columns.classes().size());
        }
        return new LabelProbabilities(Collections.unmodifiableList(names), truth, probabilities);
    }
}
