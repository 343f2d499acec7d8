// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** The true and predicted classes of a table, with the probabilities if the table has them for every known class. */
final class Predictions {

    private final BufferedDataTable m_table;

    private final int m_label;

    private final int m_prediction;

    /** The known classes come first. */
    private final List<String> m_classes;

    private final Map<String, Integer> m_indices = new HashMap<>();

    private final int m_known;

    /** One per known class; empty without probabilities. */
    private final int[] m_probabilities;

    private final TopClasses m_top;

    Predictions(final BufferedDataTable table, final int label, final int prediction) {
        m_table = table;
        m_label = label;
        m_prediction = prediction;
        m_top = new TopClasses(table.getDataTableSpec(), table.getDataTableSpec().getColumnSpec(prediction).getName());
        final DataTableSpec spec = table.getDataTableSpec();
        final List<String> predicted = Classes.of(table, prediction);
        final var columns = ProbabilityColumns.find(spec, spec.getColumnSpec(prediction).getName(), predicted);
        final List<String> labels = Classes.of(table, label);
        final var known = new LinkedHashSet<>(predicted);
        columns.ifPresent(
            found -> labels.stream().filter(name -> found.index(spec, name).isPresent()).forEach(known::add));
        m_known = known.size();
        m_probabilities = columns.map(found -> known.stream()
            .mapToInt(name -> found.index(spec, name).orElseThrow()).toArray()).orElse(new int[0]);
        known.addAll(labels);
        m_classes = List.copyOf(known);
        m_classes.forEach(name -> m_indices.put(name, m_indices.size()));
    }

    /** True classes with images that the network cannot predict. */
    List<String> unknown(final Evaluation evaluation) {
        return IntStream.range(m_known, m_classes.size()).filter(c -> evaluation.confusion().support(c) > 0)
            .mapToObj(m_classes::get).toList();
    }

    /** Whether the table has no probabilities of this prediction. */
    boolean lackProbabilities() {
        return m_probabilities.length == 0;
    }

    /** The first column that would hold a probability of this prediction. */
    String wantedColumn() {
        return ProbabilityColumns.expected(m_table.getDataTableSpec().getColumnSpec(m_prediction).getName())
            .column(m_classes.get(0)).getName();
    }

    /** All classes, those that the network knows first. */
    List<String> classes() {
        return m_classes;
    }

    /** How often the true class is among the most probable ones; after scoring. */
    TopClasses top() {
        return m_top;
    }

    /** How many classes the network knows. */
    int known() {
        return m_known;
    }

    /**
     * @param mistakes receives those
     * @param skipped receives the rows that cannot be scored
     */
    Evaluation evaluate(final WorstMistakes mistakes, final Skipped skipped, final RunControl run)
        throws CanceledException {
        final var evaluation = new EvaluationBuilder(m_classes, m_known);
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
        m_top.add(row, m_classes.get(truth), m_classes.get(predicted));
        final double[] probabilities = probabilities(row);
        final boolean sure = probabilities.length > 0;
        if (sure) {
            evaluation.add(id, truth, predicted, probabilities);
        } else {
            evaluation.add(truth, predicted);
        }
        if (truth != predicted) {
            mistakes.add(new Mistake(number, truth, predicted, sure ? probabilities[predicted] : Double.NaN,
                sure ? Evaluation.loss(truth < m_known ? probabilities[truth] : 0) : Double.NaN));
        }
        return true;
    }

    /** One per known class, not a number for a missing cell. */
    private double[] probabilities(final DataRow row) {
        return Arrays.stream(m_probabilities).mapToObj(row::getCell)
            .mapToDouble(cell -> cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue()).toArray();
    }
}
