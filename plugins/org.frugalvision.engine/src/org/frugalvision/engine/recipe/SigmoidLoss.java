// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Sigmoid;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.Loss;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Takes every class by itself, for images that belong to several classes or to none: loss = sum_k ln(1 + e^s_k) - y_k
 * s_k, the cross-entropy of y_k and 1 / (1 + e^-s_k), gradient 1 / (1 + e^-s_k) - y_k. Label rows must be numbers from
 * 0 to 1, so images all weigh the same. Cost: O(images x classes). Multi-label classification as in Singh and Uma
 * Shankar 2022, arXiv:2201.01971.
 */
public record SigmoidLoss() implements StatelessMethod, Loss {

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("sigmoid-loss", "Sigmoid loss",
        "Takes every class by itself, for images that belong to several classes or to none.",
        "Singh and Uma Shankar 2022, arXiv:2201.01971",
        "For images that belong to several classes or to none, which softmax cannot say. Where every image "
            + "has one class, cross-entropy is the usual choice; the two were not compared here.",
        "no multiply-adds",
        Set.of(Claim.LOSS), Trait.KEEPS_LABEL_SUMS, Trait.KEEPS_SIZE);

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Part join(final TrainingStart start) {
        final ImageSet images = start.images();
        boolean equal = start.settings().classWeights().kind() == ClassWeights.Kind.NONE;
        for (int i = 1; i < images.size(); i++) {
            equal &= images.weight(i) == images.weight(0);
        }
        if (!equal) {
            throw new DataException("Training images",
                "\"" + INFO.label() + "\" needs images that all weigh the same.", "Switch Class weights off.",
                "Remove the column of weights.");
        }
        return this;
    }

    @Override
    public Optional<Loss> loss() {
        return Optional.of(this);
    }

    @Override
    public double loss(final float[] scores, final float[] rows, final int from, final int classes) {
        return Sigmoid.loss(scores, rows, from, classes);
    }

    @Override
    public void gradient(final float[] scores, final float[] rows, final int from, final int classes,
        final float[] gradient) {
        Sigmoid.gradient(scores, rows, from, classes, gradient);
    }
}
