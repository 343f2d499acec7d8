// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import org.frugalvision.engine.run.SettingsException;

/**
 * How weights become whole numbers of a few bits.
 *
 * @param mixed whether each layer gets bits of its own, so that the mean over all weights is at most {@code mean}
 * @param bits of all layers otherwise, 2 to 8
 * @param mean bits of a weight that mixed ones may take, 2 to 8
 * @param perOutput whether each output of a layer has a step of its own
 * @param keepEnds whether mixed bits leave the first and the last layer at 8
 * @param threads computing threads, 0 to 256; 0: all cores but one. Changes no bit
 */
public record QuantizationSettings(boolean mixed, int bits, double mean, boolean perOutput, boolean keepEnds,
    int threads) {

    /** 8 bits everywhere, a step for each output. */
    public static final QuantizationSettings DEFAULT = new QuantizationSettings(false, 8, 4, true, true, 0);

    /** Refuses values out of range. */
    public QuantizationSettings {
        if (bits < 2 || bits > 8) {
            throw new SettingsException("Bits of each weight", "must be between 2 and 8", bits);
        }
        if (!(mean >= 2 && mean <= 8)) {
            throw new SettingsException("Mean bits of a weight", "must be between 2 and 8", mean);
        }
        if (threads < 0 || threads > 256) {
            throw new SettingsException("Threads", "must be between 0 (all cores but one) and 256", threads);
        }
    }
}
