// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.split;

import java.util.Arrays;

/** Counts images. */
final class Counts {

    private Counts() {
    }

    /** One more than the highest number. */
    static int span(final int[] numbers) {
        return Arrays.stream(numbers).max().orElse(-1) + 1;
    }

    /** How often each number occurs. */
    static int[] of(final int[] numbers) {
        final var counts = new int[span(numbers)];
        for (final int number : numbers) {
            counts[number]++;
        }
        return counts;
    }

    /** How often each pair occurs; the second number is below {@code width}. */
    static int[][] of(final int[] first, final int[] second, final int width) {
        final var counts = new int[span(first)][width];
        for (int i = 0; i < first.length; i++) {
            counts[first[i]][second[i]]++;
        }
        return counts;
    }

    static int sum(final int[] counts) {
        return Arrays.stream(counts).sum();
    }
}
