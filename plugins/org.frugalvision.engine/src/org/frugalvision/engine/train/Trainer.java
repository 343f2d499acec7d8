// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Replicas;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;

/**
 * Trains networks. Every batch is split into as many shards as there are threads; each thread computes the gradient of
 * its shard, and the gradients are added in the order of the shards. So the result is the same, bit for bit, for the
 * same start, data, settings and number of threads, whatever else runs in the process.
 */
public final class Trainer {

    private Trainer() {
    }

    /**
     * Trains a network. Cost: O(epochs x images x multiply-adds); three times as many multiply-adds as applying it.
     *
     * @param start where to start; stays as it is. Updater state starts at zero
     * @param train labelled images of the network's input shape, of at least two classes; classes are matched by name;
     *   weights are scaled to a mean of 1
     * @param validation images on which loss and accuracy are measured after every epoch
     * @param settings how to train
     * @param recipe methods that take part, in this order
     * @param run progress such as "epoch 3/10, loss 0.412, 1 min 20 s left"; cancel takes effect within one batch
     * @return the trained network, metrics and costs
     * @throws CanceledException if the work was canceled
     * @throws DataException if the images do not fit the network, the memory is not enough, or the loss is not finite
     * @throws org.frugalvision.engine.run.SettingsException if a class weight is for no class, or two methods claim
     *             the same decision
     */
    public static FitResult fit(final Network start, final ImageSet train, final Optional<ImageSet> validation,
        final TrainingSettings settings, final List<TrainingMethod> recipe, final RunControl run)
        throws CanceledException {
        return fit(start, train, validation, settings, recipe, Optional.empty(), run);
    }

    /**
     * The same, kept in a file after every epoch. If the file is there already, of the same start, data and settings,
     * the training goes on after the epochs it holds, with the same bits as without interruption.
     *
     * @param start where to start
     * @param train labelled images
     * @param validation images on which loss and accuracy are measured after every epoch
     * @param settings how to train
     * @param recipe methods that take part; they keep nothing from update to update
     * @param checkpoints folder for the file {@value Checkpoints#FILE}, made if it is missing
     * @param run progress and cancel
     * @return the trained network, metrics and costs
     * @throws CanceledException if the work was canceled
     * @throws DataException as above, and if the file is damaged, of another training, or cannot be written
     * @throws org.frugalvision.engine.run.SettingsException if a class weight is for no class, or two methods claim
     *             the same decision
     */
    public static FitResult fit(final Network start, final ImageSet train, final Optional<ImageSet> validation,
        final TrainingSettings settings, final List<TrainingMethod> recipe, final Optional<Path> checkpoints,
        final RunControl run) throws CanceledException {
        if (settings.stopping().early() && validation.isEmpty()) {
            throw new DataException("Validation images", "early stopping needs them, but there are none.",
                "Connect a table of validation images.", "Switch Early stopping off.");
        }
        final Recipe methods = new Recipe(recipe);
        final LabelledImages images =
            LabelledImages.of("Training images", start, train, settings.classWeights());
        images.requireTwoClasses();
        final Optional<LabelledImages> validationImages =
            validation.map(set -> LabelledImages.of("Validation images", start, set, ClassWeights.NONE));
        images.identify(run);
        if (validationImages.isPresent()) {
            validationImages.get().identify(run);
        }
        final int threads = Compute.threads(settings.threads());
        try (Compute.Lease lease = Compute.lease(run); Replicas replicas = Replicas.open(start.spec(), threads)) {
            return new TrainingRun(start, images, validationImages, settings, methods, new Checkpoints(checkpoints),
                replicas, run).fit();
        }
    }
}
