// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * How every network of a comparison is trained.
 *
 * @param start every training begins with its weights; empty: with random ones
 * @param architecture id of an architecture, that of the start if there is one
 * @param options its options
 * @param updates steps of every training, whatever the number of images; rounded up to whole epochs
 * @param batchSize images per step; where there are fewer images, all of them
 * @param settings everything else; its epochs, batch size and seed are not read
 * @param recipe training methods that take part in every training; copied
 */
public record CurveTraining(Optional<Network> start, String architecture, ArchitectureOptions options, int updates,
    int batchSize, TrainingSettings settings, List<Choice> recipe) {

    private static final int MOST_UPDATES = 10_000;

    /** Refuses no updates, and too many. */
    public CurveTraining {
        if (updates < 1 || updates > MOST_UPDATES) {
            throw new SettingsException("Updates", "must be from 1 to 10,000", updates,
                "Enter a number such as 500.");
        }
        recipe = List.copyOf(recipe);
        TrainingMethods.recipe(recipe);
        settings(updates, batchSize, settings, 0, batchSize);
    }

    /** A network for these images, trained from the start. */
    FitResult fromScratch(final ImageSet images, final long seed, final RunControl run) throws CanceledException {
        return goOn(starting(images, seed), images, seed, run);
    }

    /** What such a training starts with. */
    Network starting(final ImageSet images, final long seed) {
        return start.isPresent() ? StartingNetwork.trained(start.get(), images, seed)
            : StartingNetwork.untrained(architecture, options, images, seed);
    }

    /** The same, but from the weights of a network. */
    FitResult goOn(final Network network, final ImageSet images, final long seed, final RunControl run)
        throws CanceledException {
        return new Training(network, images, settings(updates, batchSize, settings, seed, images.size()))
            .with(TrainingMethods.recipe(recipe).methods()).fit(run);
    }

    private static TrainingSettings settings(final int updates, final int batchSize, final TrainingSettings all,
        final long seed, final int images) {
        final int perEpoch = (images + batchSize - 1) / Math.max(1, batchSize);
        final int epochs = (updates + perEpoch - 1) / Math.max(1, perEpoch);
        return new TrainingSettings(epochs, batchSize, all.learningRate(), seed, all.shuffle(), all.threads(),
            all.updater(), all.schedule(), all.classWeights(), all.stopping());
    }
}
