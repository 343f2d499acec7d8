// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Watches every image over the training and changes nothing. Known afterwards: how often an image that was right became
 * wrong from one visit to the next (forgetting events; an image that never was right counts one more than it was
 * visited, so that it stands above all others), how often it was right, and its mean loss. Right means that its highest
 * score, of equal ones the first, was that of its label, just before the update it took part in. Cost: O(classes) per
 * image. Toneva et al. 2019, arXiv:1812.05159.
 */
public record TrainingHistory() implements RegisteredMethod {

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("training-history", "Training history",
        "Counts for every image how often it was right and how often it was forgotten, and changes nothing.",
        "Toneva et al. 2019, arXiv:1812.05159",
        "Costs nothing. Images that were never forgotten can be left out of a second training at first; which of them "
            + "is told by the Image Subset Selector.",
        "no multiply-adds",
        Set.of(), Trait.NEEDS_ONE_CLASS, Trait.KEEPS_LABEL_SUMS,
        Trait.KEEPS_SIZE, Trait.ONLY_WATCHES, Trait.MAY_REPEAT);

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Part join(final TrainingStart start) {
        return new Watch(start.labels());
    }

    private static final class Watch implements Part {

        private final int[] m_labels;

        private final float[] m_visits;

        private final float[] m_right;

        private final float[] m_lastRight;

        private final float[] m_forgotten;

        private final float[] m_loss;

        Watch(final int[] labels) {
            m_labels = labels;
            m_visits = new float[labels.length];
            m_right = new float[labels.length];
            m_lastRight = new float[labels.length];
            m_forgotten = new float[labels.length];
            m_loss = new float[labels.length];
        }

        @Override
        public void lossReady(final Batch batch, final float[] scores, final double[] losses) {
            for (int i = 0; i < losses.length; i++) {
                final int image = batch.images()[i];
                final boolean right = highest(scores, i * batch.classes(), batch.classes()) == m_labels[image];
                if (!right && m_lastRight[image] == 1) {
                    m_forgotten[image]++;
                }
                m_lastRight[image] = right ? 1 : 0;
                m_right[image] += m_lastRight[image];
                m_visits[image]++;
                m_loss[image] += (float)losses[i];
            }
        }

        @Override
        public List<float[]> state() {
            return List.of(m_visits, m_right, m_lastRight, m_forgotten, m_loss);
        }

        @Override
        public Map<String, double[]> outcomes() {
            final Map<String, double[]> outcomes = new TreeMap<>();
            outcomes.put("Forgetting events", values(i -> m_right[i] == 0 ? m_visits[i] + 1 : m_forgotten[i]));
            outcomes.put("Times right", values(i -> m_right[i]));
            outcomes.put("Mean loss", values(i -> m_visits[i] == 0 ? Double.NaN : m_loss[i] / m_visits[i]));
            return outcomes;
        }

        private double[] values(final IntToDoubleFunction value) {
            final double[] values = new double[m_labels.length];
            Arrays.setAll(values, value);
            return values;
        }

        private static int highest(final float[] scores, final int from, final int classes) {
            int best = 0;
            for (int k = 1; k < classes; k++) {
                if (scores[from + k] > scores[from + best]) {
                    best = k;
                }
            }
            return best;
        }
    }
}
