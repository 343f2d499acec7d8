// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Loss;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Makes rare classes win by larger margins: a class of n images by a margin in proportion to n^(-1/4), the rarest one
 * by the margin given. In the last epochs the gradient of an image is multiplied by the weight of its class, in
 * proportion to 1 / n and of mean 1 over the classes (deferred re-weighting); the losses told stay without weights.
 * Differs from the paper: scores are not normalised, so they have no scale, and weights follow from counts, not from
 * effective numbers. A class without images counts as one of a single image. Cost: O(images x classes). Cao et al.
 * 2019, arXiv:1906.07413.
 *
 * @param margin of the rarest class, 0 to 100
 * @param deferral share of the epochs after which classes are weighted, rounded to whole epochs, 0 to 1; 1: never
 */
public record LabelDistributionMargin(double margin, double deferral) implements RegisteredMethod {

    /** Weights in the last fifth of the epochs, as in the paper. */
    public static final LabelDistributionMargin DEFAULT = new LabelDistributionMargin(1, 0.8);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("ldam", "LDAM",
        "Makes rare classes win by larger margins, and weights classes in the last epochs.",
        "Cao et al. 2019, arXiv:1906.07413",
        "Not to be relied on where classes differ in size: on Fashion-MNIST (LeNet, 250 images of five classes and "
            + "10 of each other, 10 epochs, 3 seeds) the mean recall was 0.724 instead of 0.708 and the mean loss "
            + "0.88 instead of 0.93, with margin 2 and weights from the second epoch on 0.719 and 1.01; logit "
            + "adjustment gave 0.731 and 0.80. On blood cells in color (250 images of one class and 10 of each of "
            + "two, 3 seeds) 0.746 instead of 0.768 and 0.42 instead of 0.13 (class weights: 0.894 and 0.12).",
        "no multiply-adds",
        Set.of(Claim.LOSS), Trait.NEEDS_ONE_CLASS, Trait.KEEPS_LABEL_SUMS,
        Trait.KEEPS_SIZE, Trait.DEPENDS_ON_EPOCHS);

    /** Refuses values out of range. */
    public LabelDistributionMargin {
        if (!(margin >= 0 && margin <= 100)) {
            throw new SettingsException("Margin of the rarest class", "must be between 0 and 100", margin,
                "Start with 1.");
        }
        if (!(deferral >= 0 && deferral <= 1)) {
            throw new SettingsException("Share without weights", "must be between 0 and 1", deferral,
                "Start with 0.8.");
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Part join(final TrainingStart start) {
        final double[] counts = ClassCounts.of(start.labels(), start.network().classes().size());
        return new Margins(new MarginLoss(margins(counts)), weights(counts),
            Math.round(deferral * start.settings().epochs()));
    }

    /** The margins of classes of so many images. */
    double[] margins(final double... counts) {
        final double fewest = Arrays.stream(counts).min().orElseThrow();
        return Arrays.stream(counts).map(count -> margin * Math.pow(fewest / count, 0.25)).toArray();
    }

    /** Weights of mean 1 in proportion to 1 / count. */
    static double[] weights(final double... counts) {
        final double sum = Arrays.stream(counts).map(count -> 1 / count).sum();
        return Arrays.stream(counts).map(count -> counts.length / (count * sum)).toArray();
    }

    private static final class Margins implements Part {

        private final Loss m_loss;

        private final double[] m_weights;

        /** The last epoch without weights. */
        private final long m_last;

        private boolean m_weighted;

        Margins(final Loss loss, final double[] weights, final long last) {
            m_loss = loss;
            m_weights = weights;
            m_last = last;
        }

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            m_weighted = epoch > m_last;
            return batches;
        }

        @Override
        public Optional<Loss> loss() {
            return Optional.of(m_loss);
        }

        @Override
        public void scoresReady(final Batch batch, final int first, final int images, final float[] scores,
            final float[] gradient) {
            if (!m_weighted) {
                return;
            }
            final int classes = batch.classes();
            for (int i = 0; i < images; i++) {
                final double weight = weight(batch.rows(), (first + i) * classes);
                for (int k = 0; k < classes; k++) {
                    gradient[i * classes + k] *= (float)weight;
                }
            }
        }

        /** The mean weight of the classes that a label row names. */
        private double weight(final float[] rows, final int from) {
            double sum = 0;
            double weighted = 0;
            for (int k = 0; k < m_weights.length; k++) {
                sum += rows[from + k];
                weighted += rows[from + k] * m_weights[k];
            }
            return sum == 0 ? 0 : weighted / sum;
        }
    }
}
