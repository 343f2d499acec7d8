// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import org.frugalvision.engine.run.SettingsException;

/**
 * How weights become whole numbers of a few bits.
 *
 * @param mixed whether each layer gets bits of its own, so that the mean over all weights is at most {@code mean}
 * @param bits of all layers otherwise, 1 to 8; 1: signs
 * @param mean bits of a weight that mixed ones may take, 2 to 8
 * @param perOutput whether each output of a layer has a step of its own
 * @param keepEnds whether mixed bits leave the first and the last layer at 8
 * @param sensitivity by what mixed bits are chosen
 * @param rule how the step of which weights are multiples is found; signs have the mean of |w|
 * @param range share of the values of a layer that lie in the range that is told of it, 0.5 to 1, as many of the others
 *            below as above; 1: all of them
 * @param eightBits whether the network is applied in whole numbers of 8 bits from then on, activations rounded within
 *            these ranges; if they are to hold all values, rather those within which 127 steps have the least squared
 *            error
 * @param threads computing threads, 0 to 256; 0: all cores but one. Changes no bit
 */
public record QuantizationSettings(boolean mixed, int bits, double mean, boolean perOutput, boolean keepEnds,
    Sensitivity sensitivity, StepRule rule, double range, boolean eightBits, int threads) {

    /** 8 bits everywhere, a step for each output. */
    public static final QuantizationSettings DEFAULT = new QuantizationSettings(false, 8, 4, true, true,
        Sensitivity.LOSS, StepRule.LARGEST, 1, false, 0);

    /** Refuses values out of range. */
    public QuantizationSettings {
        if (bits < 1 || bits > 8) {
            throw new SettingsException("Bits of each weight", "must be between 1 and 8", bits);
        }
        if (!(mean >= 2 && mean <= 8)) {
            throw new SettingsException("Mean bits of a weight", "must be between 2 and 8", mean);
        }
        if (!(range >= 0.5 && range <= 1)) {
            throw new SettingsException("Activations in the range (%)", "must be between 50 and 100", 100 * range);
        }
        if (threads < 0 || threads > 256) {
            throw new SettingsException("Threads", "must be between 0 (all cores but one) and 256", threads);
        }
    }

    /**
     * By losses, steps by the largest weight, whole ranges, applied in single precision.
     *
     * @param mixed whether each layer gets bits of its own
     * @param bits of all layers otherwise
     * @param mean bits of a weight that mixed ones may take
     * @param perOutput whether each output of a layer has a step of its own
     * @param keepEnds whether mixed bits leave the first and the last layer at 8
     * @param threads computing threads
     */
    public QuantizationSettings(final boolean mixed, final int bits, final double mean, final boolean perOutput,
        final boolean keepEnds, final int threads) {
        this(mixed, bits, mean, perOutput, keepEnds, Sensitivity.LOSS, StepRule.LARGEST, 1, false, threads);
    }

    Rounding rounding() {
        return new Rounding(perOutput, rule);
    }
}
