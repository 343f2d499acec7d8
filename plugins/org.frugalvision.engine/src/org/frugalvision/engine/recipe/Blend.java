// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Arrays;

/** Mixes each item of a batch with another one, all at once: what is mixed is what was there before. */
final class Blend {

    private Blend() {
    }

    /**
     * @param values items one after the other, changed: item i becomes share x item i + (1 - share) x its partner
     * @param length of an item
     * @param partners for each item the index of another one, or its own
     * @param share of the item itself, 0 to 1
     */
    static void apply(final float[] values, final int length, final int[] partners, final double share) {
        final float[] before = Arrays.copyOf(values, partners.length * length);
        for (int i = 0; i < partners.length; i++) {
            for (int j = 0; j < length; j++) {
                values[i * length + j] =
                    (float)(share * before[i * length + j] + (1 - share) * before[partners[i] * length + j]);
            }
        }
    }
}
