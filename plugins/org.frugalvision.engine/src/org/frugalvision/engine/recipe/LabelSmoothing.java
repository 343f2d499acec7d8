// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Set;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Passes;

/**
 * Takes a share of every label and spreads it evenly over all classes: y' = (1 - s) y + s / K, whatever the image
 * weighs. Pixels stay as they are; draws no random numbers. The training loss then cannot reach 0. Cost: O(images x
 * classes). Szegedy et al. 2016, arXiv:1512.00567; survey: Santos and Papa 2022, arXiv:2201.03299.
 *
 * @param smoothing the share s, at least 0, less than 1; 0 changes nothing
 */
public record LabelSmoothing(double smoothing) implements StatelessMethod {

    /** A tenth. */
    public static final LabelSmoothing DEFAULT = new LabelSmoothing(0.1);

    static final TrainingMethodInfo INFO = new TrainingMethodInfo("label-smoothing", "Label smoothing",
        "Trains on labels that are not quite sure: a share of each is spread evenly over all classes.",
        "Szegedy et al. 2016, arXiv:1512.00567",
        "Costs nothing and makes probabilities less sure of themselves, not classes more right: on "
            + "Fashion-MNIST (lenet, 1,000 images, 30 epochs, 5 seeds) the mean loss on test images fell "
            + "from 0.70 to 0.62, the accuracy stayed at 0.83.",
        Set.of(Claim.SOFTENING), Trait.KEEPS_LABEL_SUMS, Trait.KEEPS_SIZE);

    /** Refuses values out of range. */
    public LabelSmoothing {
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new SettingsException("Smoothing", "must be at least 0 and less than 1", smoothing,
                "Start with 0.1.");
        }
    }

    @Override
    public TrainingMethodInfo info() {
        return INFO;
    }

    @Override
    public Batch batchLoaded(final Batch batch, final Passes passes) {
        final int classes = batch.classes();
        for (int from = 0; from < batch.size() * classes; from += classes) {
            double weight = 0;
            for (int k = 0; k < classes; k++) {
                weight += batch.rows()[from + k];
            }
            final double share = smoothing * weight / classes;
            for (int k = 0; k < classes; k++) {
                batch.rows()[from + k] = (float)((1 - smoothing) * batch.rows()[from + k] + share);
            }
        }
        return batch;
    }
}
