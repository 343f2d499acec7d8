// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.SettingsException;

/**
 * How a network is trained.
 *
 * @param epochs passes over all images, 1 to 10,000
 * @param batchSize images per update, 1 to 65,536; where fewer images are left, these
 * @param learningRate size of the updates, greater than 0, at most 10
 * @param seed number from which all random decisions follow
 * @param shuffle whether each epoch goes through the images in a new random order
 * @param threads computing threads, 1 to 256, or 0: as many as {@link Compute#threads} says, all cores but one. Their
 *   number changes no bit
 * @param updater how a gradient becomes a change of the weights
 * @param schedule how the learning rate changes
 * @param classWeights how much the images of each class count
 * @param stopping when to end before the last epoch
 */
public record TrainingSettings(int epochs, int batchSize, double learningRate, long seed, boolean shuffle, int threads,
    UpdaterSettings updater, ScheduleSettings schedule, ClassWeights classWeights, StoppingSettings stopping) {

    /** 10 epochs, 64 images per update, Adam, learning rate 0.001, seed 0, shuffled, all cores but one. */
    public static final TrainingSettings DEFAULT = new TrainingSettings(10, 64, 1e-3, 0, true, 0);

    /** Refuses values out of range. */
    public TrainingSettings {
        if (epochs < 1 || epochs > 10_000) {
            throw new SettingsException("Epochs", "must be between 1 and 10,000", epochs);
        }
        if (batchSize < 1 || batchSize > 65_536) {
            throw new SettingsException("Batch size", "must be between 1 and 65,536", batchSize);
        }
        if (!(learningRate > 0 && learningRate <= 10)) {
            throw new SettingsException("Learning rate", "must be greater than 0 and at most 10", learningRate,
                "Start with 0.001.");
        }
        if (threads < 0 || threads > 256) {
            throw new SettingsException("Threads", "must be between 0 (all cores but one) and 256", threads);
        }
    }

    /**
     * Adam, a constant learning rate, no class weights, all epochs.
     *
     * @param epochs passes over all images
     * @param batchSize images per update
     * @param learningRate size of the updates
     * @param seed number from which all random decisions follow
     * @param shuffle whether each epoch has a new random order
     * @param threads computing threads
     */
    public TrainingSettings(final int epochs, final int batchSize, final double learningRate, final long seed,
        final boolean shuffle, final int threads) {
        this(epochs, batchSize, learningRate, seed, shuffle, threads, UpdaterSettings.DEFAULT,
            ScheduleSettings.DEFAULT, ClassWeights.NONE, StoppingSettings.DEFAULT);
    }
}
