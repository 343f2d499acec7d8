// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Arrays;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Finds a threshold for each class by which the mean of the images' F-beta scores is highest: all start at 0.2, then
 * each class in turn tries 0, 0.01, ... 0.99 while the others stay, and keeps the best one; of equally good ones the
 * lowest. One pass over the classes, in their order. A class without images keeps 0.2. The mean never falls from class
 * to class. Search on other images than those that are judged. Cost: O(100 x classes x images). Singh and Uma Shankar
 * 2022, arXiv:2201.01971.
 *
 * @param score what is to be high
 */
public record ThresholdSearch(FBeta score) {

    /** Where every threshold starts, and stays where nothing can be learned. */
    public static final double START = 0.2;

    private static final int STEPS = 100;

    /**
     * @param data images on which to search
     * @param run progress, and cancel within one class
     * @return thresholds of the classes; a label is told if its probability is above its threshold
     * @throws CanceledException if the work was canceled
     */
    public double[] search(final LabelProbabilities data, final RunControl run) throws CanceledException {
        final double[] thresholds = new double[data.classes().size()];
        Arrays.fill(thresholds, START);
        final Counts counts = new Counts(data, thresholds);
        for (int k = 0; k < thresholds.length; k++) {
            run.checkCanceled();
            run.progress((double)k / thresholds.length, "searching the threshold of " + data.classes().get(k));
            if (counts.occurs(k)) {
                counts.remove(k, thresholds[k]);
                thresholds[k] = best(counts, k);
                counts.add(k, thresholds[k]);
            }
        }
        return thresholds;
    }

    private double best(final Counts counts, final int label) {
        double best = -1;
        double threshold = START;
        for (int step = 0; step < STEPS; step++) {
            final double tried = step / (double)STEPS;
            counts.add(label, tried);
            final double mean = counts.mean(score);
            counts.remove(label, tried);
            if (mean > best) {
                best = mean;
                threshold = tried;
            }
        }
        return threshold;
    }

    /** For each image how many labels are right, wrong and missed. */
    private static final class Counts {

        private final LabelProbabilities m_data;

        private final int[] m_right;

        private final int[] m_wrong;

        private final int[] m_missed;

        Counts(final LabelProbabilities data, final double[] thresholds) {
            m_data = data;
            m_right = new int[data.images()];
            m_wrong = new int[data.images()];
            m_missed = new int[data.images()];
            for (int k = 0; k < thresholds.length; k++) {
                add(k, thresholds[k]);
            }
        }

        boolean occurs(final int label) {
            return Arrays.stream(m_data.truth()).anyMatch(row -> row[label]);
        }

        void add(final int label, final double threshold) {
            count(label, threshold, 1);
        }

        void remove(final int label, final double threshold) {
            count(label, threshold, -1);
        }

        private void count(final int label, final double threshold, final int by) {
            for (int i = 0; i < m_right.length; i++) {
                final boolean told = m_data.probabilities()[i][label] > threshold;
                final boolean isTrue = m_data.truth()[i][label];
                if (told && isTrue) {
                    m_right[i] += by;
                } else if (told) {
                    m_wrong[i] += by;
                } else if (isTrue) {
                    m_missed[i] += by;
                }
            }
        }

        double mean(final FBeta score) {
            double sum = 0;
            for (int i = 0; i < m_right.length; i++) {
                sum += score.of(m_right[i], m_wrong[i], m_missed[i]);
            }
            return sum / m_right.length;
        }
    }
}
