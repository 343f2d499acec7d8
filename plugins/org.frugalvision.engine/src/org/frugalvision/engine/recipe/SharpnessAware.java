// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Set;

import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Passes;

/**
 * Takes the gradient of a batch not at the weights but a small step up the slope, at w + radius x g / |g|, so that the
 * training prefers wide valleys of the loss. A gradient of length 0 stays as it is. Cost: one more pass forward and
 * backward per update, so twice the multiply-adds. Foret et al. 2021, arXiv:2010.01412.
 *
 * @param radius length of the step, above 0, at most 10
 */
public record SharpnessAware(double radius) implements StatelessMethod {

    /** As in the paper. */
    public static final SharpnessAware DEFAULT = new SharpnessAware(0.05);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("sharpness-aware", "Sharpness-aware minimization",
        "Takes each gradient a small step up the slope, so that the training ends where the loss is flat.",
        "Foret et al. 2021, arXiv:2010.01412",
        "Twice as dear, and no more often right than a training twice as long, but with better probabilities: on "
            + "Fashion-MNIST (LeNet, 2,000 images, 10 epochs, 3 seeds) the mean recall was 0.840 instead of 0.836 and "
            + "the mean loss 0.48 instead of 0.51 at 2.00 times the multiply-adds; a training without it, just ended "
            + "at that cost, gave 0.840 and 0.60. With 1,000 images and 30 epochs the test accuracy was 0.828 instead "
            + "of 0.834 and the mean loss 0.69 instead of 0.70. On blood cells in color (1,000 images, 3 seeds) 0.880 "
            + "instead of 0.918 and 0.09 instead of 0.06, and 0.901 and 0.08 at the same cost. The authors' gains "
            + "need long trainings of large networks.",
        "twice the multiply-adds",
        Set.of(Claim.GRADIENT), Trait.KEEPS_LABEL_SUMS, Trait.KEEPS_SIZE, Trait.NEEDS_PASSES);

    /** Refuses values out of range. */
    public SharpnessAware {
        if (!(radius > 0 && radius <= 10)) {
            throw new SettingsException("Radius", "must be greater than 0 and at most 10", radius,
                "Start with 0.05.");
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public void gradientReady(final Batch batch, final Weights gradient, final Weights weights, final Passes passes)
        throws CanceledException {
        final double norm = gradient.norm();
        if (norm == 0) {
            return;
        }
        final Weights above = weights.copy();
        final float step = (float)(radius / norm);
        for (int i = 0; i < above.values().length; i++) {
            above.values()[i] += step * gradient.values()[i];
        }
        final float[] there = passes.gradient(batch, above).values();
        System.arraycopy(there, 0, gradient.values(), 0, there.length);
    }
}
