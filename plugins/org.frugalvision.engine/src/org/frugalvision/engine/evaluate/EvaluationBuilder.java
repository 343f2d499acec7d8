// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * Collects predictions one by one into an {@link Evaluation}. Keeps 8 bytes per image and class if there are
 * probabilities, else nothing per image. Not thread-safe.
 */
public final class EvaluationBuilder {

    /** A probability of 0 for the true class would make the mean infinite. */
    private static final double LEAST_PROBABILITY = 1e-15;

    private final List<String> m_classes;

    private final long[][] m_confusion;

    private final List<double[]> m_probabilities = new ArrayList<>();

    private final List<Integer> m_truth = new ArrayList<>();

    private long m_images;

    /** @param classes class names, unique */
    public EvaluationBuilder(final List<String> classes) {
        if (new HashSet<>(classes).size() != classes.size()) {
            throw new IllegalArgumentException("Class names must be unique, but are " + classes + ".");
        }
        m_classes = List.copyOf(classes);
        m_confusion = new long[classes.size()][classes.size()];
    }

    /**
     * Adds a prediction without probabilities.
     *
     * @param truth index of the true class
     * @param predicted index of the predicted class
     * @return this
     */
    public EvaluationBuilder add(final int truth, final int predicted) {
        m_confusion[truth][predicted]++;
        m_images++;
        return this;
    }

    /**
     * Adds a prediction with probabilities. They are compared within each class over all images, so they need not sum
     * to 1.
     *
     * @param id row key, for complaints
     * @param truth index of the true class
     * @param predicted index of the predicted class; need not be that of the largest probability
     * @param probabilities one per class, in [0,1]; copied
     * @return this
     * @throws DataException if a probability is missing (NaN) or outside [0,1]
     */
    public EvaluationBuilder add(final String id, final int truth, final int predicted, final double... probabilities) {
        if (probabilities.length != m_classes.size()) {
            throw new IllegalArgumentException(
                probabilities.length + " probabilities, but " + m_classes.size() + " classes.");
        }
        for (int c = 0; c < probabilities.length; c++) {
            if (!(probabilities[c] >= 0 && probabilities[c] <= 1)) {
                throw new DataException(Wording.row(id), "the probability of class \"%s\" must be in [0,1], but is %s."
                    .formatted(m_classes.get(c), Wording.value(probabilities[c])), "Check the probability columns.");
            }
        }
        m_probabilities.add(probabilities.clone());
        m_truth.add(truth);
        return add(truth, predicted);
    }

    /**
     * @return the evaluation of all predictions added so far. AUC and log loss are there only if every prediction came
     *   with probabilities. Cost: O(classes x images log images).
     */
    public Evaluation build() {
        final var confusion = Arrays.stream(m_confusion).map(long[]::clone).toArray(long[][]::new);
        if (m_images == 0 || m_probabilities.size() < m_images) {
            return new Evaluation(m_classes, confusion, Collections.nCopies(m_classes.size(), OptionalDouble.empty()),
                OptionalDouble.empty());
        }
        final var aucs = IntStream.range(0, m_classes.size()).mapToObj(this::auc).toList();
        return new Evaluation(m_classes, confusion, aucs,
            IntStream.range(0, m_truth.size()).mapToDouble(this::loss).average());
    }

    private double loss(final int i) {
        return -StrictMath.log(Math.max(LEAST_PROBABILITY, m_probabilities.get(i)[m_truth.get(i)]));
    }

    private OptionalDouble auc(final int c) {
        final var scores = m_probabilities.stream().mapToDouble(row -> row[c]).toArray();
        final var positive = new boolean[scores.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = m_truth.get(i) == c;
        }
        return Auc.of(scores, positive);
    }
}
