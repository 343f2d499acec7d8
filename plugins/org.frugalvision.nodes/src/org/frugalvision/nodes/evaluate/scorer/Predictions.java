// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.EvaluationBuilder;
import org.frugalvision.engine.evaluate.WorstMistakes;
import org.frugalvision.engine.evaluate.WorstMistakes.Mistake;
import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.ProbabilityColumns;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** The true and predicted classes of a table, with the probabilities if the table has them for every known class. */
final class Predictions {

    private final BufferedDataTable m_table;

    private final int m_label;

    private final int m_prediction;

    private final KnownClasses m_classes;

    private final Map<String, Integer> m_indices = new HashMap<>();

    private final TopClasses m_top;

    Predictions(final BufferedDataTable table, final int label, final int prediction) {
        m_table = table;
        m_label = label;
        m_prediction = prediction;
        m_top = new TopClasses(table.getDataTableSpec(), table.getDataTableSpec().getColumnSpec(prediction).getName());
        m_classes = KnownClasses.of(table.getDataTableSpec(), prediction, Classes.of(table, prediction),
            Classes.of(table, label));
        m_classes.all().forEach(name -> m_indices.put(name, m_indices.size()));
    }

    /** True classes with images that the network cannot predict. */
    List<String> unknown(final Evaluation evaluation) {
        return IntStream.range(m_classes.known(), m_classes.all().size())
            .filter(c -> evaluation.confusion().support(c) > 0).mapToObj(m_classes.all()::get).toList();
    }

    /** Whether the table has no probabilities of this prediction. */
    boolean lackProbabilities() {
        return m_classes.probabilities().length == 0;
    }

    /** The first column that would hold a probability of this prediction. */
    String wantedColumn() {
        return ProbabilityColumns.expected(m_table.getDataTableSpec().getColumnSpec(m_prediction).getName())
            .column(m_classes.all().get(0)).getName();
    }

    /** The classes of the table. */
    KnownClasses classes() {
        return m_classes;
    }

    /** How often the true class is among the most probable ones; after scoring. */
    TopClasses top() {
        return m_top;
    }

    /**
     * @param mistakes receives those
     * @param skipped receives the rows that cannot be scored
     */
    Evaluation evaluate(final WorstMistakes mistakes, final Skipped skipped, final RunControl run)
        throws CanceledException {
        final var evaluation = new EvaluationBuilder(m_classes.all(), m_classes.known());
        long scored = 0;
        try (var rows = m_table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                if (add(i, row, evaluation, mistakes, skipped)) {
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

    private boolean add(final long number, final DataRow row, final EvaluationBuilder evaluation,
        final WorstMistakes mistakes, final Skipped skipped) {
        final String id = row.getKey().getString();
        if (row.getCell(m_label).isMissing() || row.getCell(m_prediction).isMissing()) {
            skipped.add(id, row.getCell(m_label).isMissing() ? "the label is missing" : "the prediction is missing");
            return false;
        }
        final int truth = m_indices.get(Classes.nameOf(row.getCell(m_label)));
        final int predicted = m_indices.get(Classes.nameOf(row.getCell(m_prediction)));
        m_top.add(row, m_classes.all().get(truth), m_classes.all().get(predicted));
        final double[] probabilities = probabilities(row);
        final boolean sure = probabilities.length > 0;
        if (sure) {
            evaluation.add(id, truth, predicted, probabilities);
        } else {
            evaluation.add(truth, predicted);
        }
        if (truth != predicted) {
            mistakes.add(new Mistake(number, truth, predicted, sure ? probabilities[predicted] : Double.NaN,
                sure ? Evaluation.loss(truth < m_classes.known() ? probabilities[truth] : 0) : Double.NaN));
        }
        return true;
    }

    /** One per known class, not a number for a missing cell. */
    private double[] probabilities(final DataRow row) {
        return Arrays.stream(m_classes.probabilities()).mapToObj(row::getCell)
            .mapToDouble(cell -> cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue()).toArray();
    }
}
