// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * Collects predictions one by one into an {@link Evaluation}. Keeps 8 bytes per image and class that has probabilities,
 * else nothing per image, and a count per pair of true and predicted class that occurs. Not thread-safe.
 */
public final class EvaluationBuilder {

    private final List<String> m_classes;

    private final int m_known;

    private final Map<Long, Long> m_pairs = new HashMap<>();

    private final List<double[]> m_probabilities = new ArrayList<>();

    private final List<Integer> m_truth = new ArrayList<>();

    private final List<Integer> m_predicted = new ArrayList<>();

    private long m_images;

    /** @param classes class names, unique; the classifier knows all of them */
    public EvaluationBuilder(final List<String> classes) {
        this(classes, classes.size());
    }

    /**
     * @param classes class names, unique
     * @param known how many of them, from the first on, the classifier knows: those have probabilities, the others have
     *   the probability 0 in every image
     */
    public EvaluationBuilder(final List<String> classes, final int known) {
        if (new HashSet<>(classes).size() != classes.size()) {
            throw new IllegalArgumentException("Class names must be unique, but are " + classes + ".");
        }
        m_classes = List.copyOf(classes);
        m_known = known;
    }

    /**
     * Adds a prediction without probabilities.
     *
     * @param truth index of the true class
     * @param predicted index of the predicted class
     * @return this
     */
    public EvaluationBuilder add(final int truth, final int predicted) {
        m_pairs.merge(Confusion.pair(m_classes.size(), truth, predicted), 1L, Long::sum);
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
     * @param probabilities one per known class, in [0,1]; copied
     * @return this
     * @throws DataException if a probability is missing (NaN) or outside [0,1]
     */
    public EvaluationBuilder add(final String id, final int truth, final int predicted, final double... probabilities) {
        if (probabilities.length != m_known) {
            throw new IllegalArgumentException(probabilities.length + " probabilities, but " + m_known + " classes.");
        }
        for (int c = 0; c < probabilities.length; c++) {
            if (!(probabilities[c] >= 0 && probabilities[c] <= 1)) {
                throw new DataException(Wording.row(id), "the probability of class \"%s\" must be in [0,1], but is %s."
                    .formatted(m_classes.get(c), Wording.value(probabilities[c])), "Check the probability columns.");
            }
        }
        m_probabilities.add(probabilities.clone());
        m_truth.add(truth);
        m_predicted.add(predicted);
        return add(truth, predicted);
    }

    /**
     * @return the evaluation of all predictions added so far. Scores of probabilities are there only if every
     *   prediction came with probabilities. Cost: O(known classes x images log images).
     */
    public Evaluation build() {
        final var scores = m_images == 0 || m_probabilities.size() < m_images ? Optional.<ProbabilityScores>empty()
            : Optional.of(new ProbabilityScoring(m_classes.size(), m_known, m_probabilities, m_truth, m_predicted)
                .scores());
        return new Evaluation(m_classes, Confusion.of(m_classes.size(), m_pairs), scores);
    }
}
