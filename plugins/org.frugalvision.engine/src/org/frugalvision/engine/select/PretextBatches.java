// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.SettingsException;

/** Cuts images into equal batches, those of the highest loss first (PT4AL). */
final class PretextBatches {

    private PretextBatches() {
    }

    static void checkCycles(final int cycles) {
        if (cycles < 1 || cycles > 1000) {
            throw new SettingsException("Rounds", "must be at least 1 and at most 1,000", cycles, "Start with 10.");
        }
    }

    /** All images, highest loss first; ties: lowest index. */
    static int[] order(final double[] losses) {
        return IntStream.range(0, losses.length).boxed().sorted((a, b) -> Double.compare(losses[b], losses[a]))
            .mapToInt(Integer::intValue).toArray();
    }

    /** The batch of a round, and as many images after it (or, at the end, before it) as the budget needs. */
    static int[] batch(final int[] order, final int cycles, final int cycle, final int budget) {
        final int from = (int)((long)order.length * cycle / cycles);
        final int end = (int)((long)order.length * (cycle + 1) / cycles);
        final int to = Math.max(end, Math.min(order.length, from + budget));
        return Arrays.copyOfRange(order, Math.min(from, to - budget), to);
    }
}
