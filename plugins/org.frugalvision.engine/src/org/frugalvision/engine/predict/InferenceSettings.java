// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.SettingsException;

/**
 * How images go through a network when nothing is learned.
 *
 * @param batchSize images per batch, 1 to 65,536, or 0: as many as are fast and small in memory. Changes results by
 *            rounding only (some 1e-7 of a probability), because the libraries add in another order
 * @param threads computing threads, 1 to 256, or 0: all cores but one. Does not change results
 */
public record InferenceSettings(int batchSize, int threads) {

    /** Batch size and threads are chosen. */
    public static final InferenceSettings DEFAULT = new InferenceSettings(0, 0);

    /**
     * What the outputs of all layers may take for one batch, which bounds memory; what computes may take the images of
     * a batch in smaller parts. The same on every machine, so that results are, too.
     */
    private static final long BATCH_BYTES = 32L << 20;

    private static final int LARGEST_CHOSEN = 128;

    /** Refuses values out of range. */
    public InferenceSettings {
        if (batchSize < 0 || batchSize > 65_536) {
            throw new SettingsException("Batch size", "must be between 0 (chosen) and 65,536", batchSize);
        }
        if (threads < 0 || threads > 256) {
            throw new SettingsException("Threads", "must be between 0 (all cores but one) and 256", threads);
        }
    }

    /**
     * The batch size to use: the one set, or so many images that all layers together give at most 32 MB, between 1 and
     * 128. It depends on the network and the size of the images only.
     *
     * @param spec the network for the size of the images
     * @return images per batch, at least 1
     */
    public int batchSize(final NetworkSpec spec) {
        return batchSize > 0 ? batchSize
            : (int)Math.max(1, Math.min(LARGEST_CHOSEN, BATCH_BYTES / (Float.BYTES * spec.activations())));
    }
}
