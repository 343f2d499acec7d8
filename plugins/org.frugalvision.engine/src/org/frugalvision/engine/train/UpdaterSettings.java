// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.SettingsException;

/**
 * How a gradient becomes a change of the weights.
 *
 * @param updater one of {@link Updaters}, with its settings
 * @param weightDecay pull of the weights towards zero, 0 to 1; not of biases and normalisation
 * @param clipNorm largest Euclidean length of the gradient of a batch, longer ones are scaled down; 0 = no limit
 */
public record UpdaterSettings(Choice updater, double weightDecay, double clipNorm) {

    /** Adam without decay and limit. */
    public static final UpdaterSettings DEFAULT = new UpdaterSettings(Choice.of("adam"), 0, 0);

    /** Refuses values out of range, unknown ids and settings. */
    public UpdaterSettings {
        Updaters.create(updater);
        if (!(weightDecay >= 0 && weightDecay <= 1)) {
            throw new SettingsException("Weight decay", "must be between 0 and 1", weightDecay, "Start with 0.0005.");
        }
        if (!(clipNorm >= 0 && clipNorm < Double.POSITIVE_INFINITY)) {
            throw new SettingsException("Gradient clipping", "must be at least 0 (0 = off)", clipNorm);
        }
    }

    /** For the start of a training. */
    Updater create(final int parameters, final int tensors) {
        return Updaters.create(updater).start(parameters, tensors, weightDecay);
    }
}
