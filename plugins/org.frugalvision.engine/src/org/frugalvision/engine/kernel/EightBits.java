// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Map;

import org.frugalvision.engine.network.ActivationRange;

/**
 * How a network is applied in whole numbers of 8 bits, by libraries that can. A layer is if its weights are multiples
 * of known steps and the range of what goes in is known; all others are computed in single precision.
 *
 * @param ranges of outputs, by the node's name
 * @param steps of weights, by the node's name: one for each output, at least 0; not to be modified
 */
public record EightBits(Map<String, ActivationRange> ranges, Map<String, float[]> steps) {

    /** Single precision everywhere. */
    public static final EightBits NONE = new EightBits(Map.of(), Map.of());

    /** Copies the maps. */
    public EightBits {
        ranges = Map.copyOf(ranges);
        steps = Map.copyOf(steps);
    }
}
