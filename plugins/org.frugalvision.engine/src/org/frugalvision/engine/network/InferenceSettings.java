// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.frugalvision.engine.run.SettingsException;

/**
 * How images go through a network when nothing is learned.
 *
 * @param batchSize images per batch, 1 to 65,536; more is faster up to some hundreds and takes more memory
 * @param threads computing threads, 1 to 256, or 0: all cores but one. Does not change results
 */
public record InferenceSettings(int batchSize, int threads) {

    /** 256 images per batch, all cores but one. */
    public static final InferenceSettings DEFAULT = new InferenceSettings(256, 0);

    /** Refuses values out of range. */
    public InferenceSettings {
        if (batchSize < 1 || batchSize > 65_536) {
            throw new SettingsException("Batch size", "must be between 1 and 65,536", batchSize);
        }
        if (threads < 0 || threads > 256) {
            throw new SettingsException("Threads", "must be between 0 (all cores but one) and 256", threads);
        }
    }
}
