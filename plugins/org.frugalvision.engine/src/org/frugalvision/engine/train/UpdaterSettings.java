// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.SettingsException;

/**
 * How a gradient becomes a change of the weights.
 *
 * @param updater id of one of {@link Updaters}
 * @param momentum how much of the last step goes on, at least 0, less than 1; read by nesterov
 * @param weightDecay pull of the weights towards zero, 0 to 1; not of biases and normalisation. Part of the gradient,
 *   except for adamw, which takes it apart
 * @param clipNorm largest Euclidean length of the gradient of a batch, longer ones are scaled down; 0 = no limit
 */
public record UpdaterSettings(String updater, double momentum, double weightDecay, double clipNorm) {

    /** Adam without decay and limit. */
    public static final UpdaterSettings DEFAULT = new UpdaterSettings("adam", 0.9, 0, 0);

    /** Refuses values out of range and unknown ids. */
    public UpdaterSettings {
        Updaters.info(updater);
        if (!(momentum >= 0 && momentum < 1)) {
            throw new SettingsException("Momentum", "must be at least 0 and less than 1", momentum);
        }
        if (!(weightDecay >= 0 && weightDecay <= 1)) {
            throw new SettingsException("Weight decay", "must be between 0 and 1", weightDecay, "Start with 0.0005.");
        }
        if (!(clipNorm >= 0 && clipNorm < Double.POSITIVE_INFINITY)) {
            throw new SettingsException("Largest gradient", "must be at least 0 (0 = no limit)", clipNorm);
        }
    }
}
