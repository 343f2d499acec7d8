// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.EvaluationBuilder;
import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** The true and predicted classes of a table, with the probabilities if the table has them for every known class. */
final class Predictions {

    private final BufferedDataTable m_table;

    private final int m_label;

    private final int m_prediction;

    private final List<String> m_known;

    private final List<String> m_classes;

    private final Optional<int[]> m_probabilities;

    Predictions(final BufferedDataTable table, final int label, final int prediction) {
        m_table = table;
        m_label = label;
        m_prediction = prediction;
        m_known = Classes.of(table, prediction);
        final var all = new LinkedHashSet<>(m_known);
        all.addAll(Classes.of(table, label));
        m_classes = List.copyOf(all);
        m_probabilities = probabilityColumns(table.getDataTableSpec(), m_known);
    }

    /** True classes that the network cannot predict; they may be possible values of the label column only. */
    List<String> unknownClasses() {
        return m_classes.subList(m_known.size(), m_classes.size());
    }

    Evaluation evaluate(final Skipped skipped, final RunControl run) throws CanceledException {
        final var evaluation = new EvaluationBuilder(m_classes);
        long scored = 0;
        try (var rows = m_table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                if (add(row, evaluation, skipped)) {
                    scored++;
                }
                run.progress((i + 1.0) / m_table.size(),
                    "row %s of %s".formatted(Wording.value(i + 1), Wording.value(m_table.size())));
            }
        }
        if (scored == 0) {
            throw new DataException("Table", skipped.warning(m_table.size()).map("no row can be scored. %s"::formatted)
                .orElse("it must have at least one row, but is empty."), "Connect the table of a CNN Predictor.");
        }
        return evaluation.build();
    }

    private boolean add(final DataRow row, final EvaluationBuilder evaluation, final Skipped skipped) {
        final String id = row.getKey().getString();
        if (row.getCell(m_label).isMissing() || row.getCell(m_prediction).isMissing()) {
            skipped.add(id, row.getCell(m_label).isMissing() ? "the label is missing" : "the prediction is missing");
            return false;
        }
        final int truth = m_classes.indexOf(Classes.nameOf(row.getCell(m_label)));
        final int predicted = m_classes.indexOf(Classes.nameOf(row.getCell(m_prediction)));
        if (m_probabilities.isPresent()) {
            evaluation.add(id, truth, predicted, probabilities(row, m_probabilities.get()));
        } else {
            evaluation.add(truth, predicted);
        }
        return true;
    }

    /** One probability per class; 0 for classes that the network does not know, not a number for a missing cell. */
    private double[] probabilities(final DataRow row, final int[] columns) {
        final var probabilities = new double[m_classes.size()];
        for (int i = 0; i < columns.length; i++) {
            final DataCell cell = row.getCell(columns[i]);
            probabilities[i] = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
        }
        return probabilities;
    }

    private static Optional<int[]> probabilityColumns(final DataTableSpec table, final List<String> classes) {
        final var columns = new ArrayList<Integer>();
        for (final String name : classes) {
            for (int i = 0; i < table.getNumColumns(); i++) {
                final var column = table.getColumnSpec(i);
                if (column.getName().startsWith("P (") && ClassName.of(column.getName()).endsWith("=" + name + ")")
                    && column.getType().isCompatible(DoubleValue.class)) {
                    columns.add(i);
                    break;
                }
            }
        }
        return columns.isEmpty() || columns.size() < classes.size() ? Optional.empty()
            : Optional.of(columns.stream().mapToInt(Integer::intValue).toArray());
    }
}
