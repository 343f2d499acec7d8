// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.Arrays;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Bits for each layer under a budget, greedily: all start at the most, and again and again the layer goes one level
 * down that loses least for each bit saved; ties: first layer. Cost: O(layers x levels).
 */
final class MixedBits {

    /** What is tried, most first. */
    static final int[] LEVELS = {8, 6, 4, 3, 2};

    private MixedBits() {
    }

    /**
     * @param sizes weights of each layer
     * @param losses for each layer and level what the network loses with that layer alone at it
     * @param levels bits of each level, descending
     * @param fixed which layers stay at the most
     * @param budget bits of all weights together
     * @return bits of each layer
     */
    static int[] under(final int[] sizes, final double[][] losses, final int[] levels, final boolean[] fixed,
        final double budget) {
        final int[] level = new int[sizes.length];
        while (bits(sizes, level, levels) > budget) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < sizes.length; i++) {
                if (!fixed[i] && level[i] + 1 < levels.length) {
                    final double saved = (double)sizes[i] * (levels[level[i]] - levels[level[i] + 1]);
                    final double price = (losses[i][level[i] + 1] - losses[i][level[i]]) / saved;
                    if (price < least || best < 0) {
                        best = i;
                        least = price;
                    }
                }
            }
            if (best < 0) {
                final double total = Arrays.stream(sizes).asLongStream().sum();
                throw new SettingsException("Mean bits of a weight", "must be at least %s for this network".formatted(
                    Wording.value(Math.ceil(100 * bits(sizes, level, levels) / total) / 100)), budget / total,
                    "Raise it.", "Let the first and the last layer go below 8 bits, too.");
            }
            level[best]++;
        }
        return Arrays.stream(level).map(it -> levels[it]).toArray();
    }

    private static double bits(final int[] sizes, final int[] level, final int[] levels) {
        double bits = 0;
        for (int i = 0; i < sizes.length; i++) {
            bits += (double)sizes[i] * levels[level[i]];
        }
        return bits;
    }
}
