// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Gives out a moving average of the weights instead of the weights themselves: after update t, a = d a + (1 - d) w with
 * d = min(decay, (1 + t) / (10 + t)), so that the start is soon forgotten. Running statistics of normalisation are
 * measured anew for the average. Cost: O(weights) per update, and one pass forward over the training images per epoch
 * if the network has normalisations. Polyak and Juditsky 1992, doi:10.1137/0330046; in this form Tarvainen and Valpola
 * 2017, arXiv:1703.01780.
 *
 * @param decay how much of the average stays at each update, at least 0, less than 1
 */
public record WeightAverage(double decay) implements RegisteredMethod {

    /** For trainings of some hundred updates and more. */
    public static final WeightAverage DEFAULT = new WeightAverage(0.99);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("weight-average", "Moving average of the weights",
        "Gives out a moving average of the weights, which is less noisy than the weights themselves.",
        "Polyak and Juditsky 1992, doi:10.1137/0330046",
        "Pays in short trainings and costs nothing without normalization: on Fashion-MNIST (LeNet, 2,000 images, 10 "
            + "epochs, 3 seeds) the mean recall was 0.852 instead of 0.836 and the mean loss 0.45 instead of 0.51. "
            + "With 1,000 images and 30 epochs the test accuracy stayed at 0.83 and the mean loss fell from 0.70 to "
            + "0.66; with batch normalization, whose statistics are measured anew for a third more multiply-adds, "
            + "from 0.69 to 0.68. On blood cells in color (1,000 images, 3 seeds) 0.925 instead of 0.918 and 0.05 "
            + "instead of 0.06.",
        "no multiply-adds; with batch normalization one pass forward of the training images per epoch",
        Set.of(Claim.RESULT), Trait.KEEPS_LABEL_SUMS, Trait.KEEPS_SIZE, Trait.NEEDS_PASSES);

    /** Refuses values out of range. */
    public WeightAverage {
        if (!(decay >= 0 && decay < 1)) {
            throw new SettingsException("Decay", "must be at least 0 and less than 1", decay, "Start with 0.99.");
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Part join(final TrainingStart start) {
        return new Average(decay, start.network().weights());
    }

    private static final class Average implements Part {

        private final double m_decay;

        private final float[] m_average;

        /** Updates so far. */
        private final float[] m_updates = new float[1];

        Average(final double decay, final float[] start) {
            m_decay = decay;
            m_average = start;
        }

        @Override
        public void weightsUpdated(final Weights weights) {
            m_updates[0]++;
            final float decay = (float)Math.min(m_decay, (1 + m_updates[0]) / (10 + m_updates[0]));
            for (int i = 0; i < m_average.length; i++) {
                m_average[i] += (1 - decay) * (weights.values()[i] - m_average[i]);
            }
        }

        @Override
        public Optional<float[]> result() {
            return Optional.of(m_average.clone());
        }

        @Override
        public List<float[]> state() {
            return List.of(m_average, m_updates);
        }
    }
}
