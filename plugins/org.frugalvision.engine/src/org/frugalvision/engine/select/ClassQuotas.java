// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

/**
 * Shares a budget among classes in proportion to their numbers of images, by largest remainder: every class gets the
 * whole part of its exact share, what is left goes to the largest fractional parts, one each (ties: lowest class).
 * Where the budget is at least the number of classes that have images, every one of these gets at least one; it is
 * taken from the class that is furthest above its exact share (ties: lowest class). No class gets more than it has. All
 * in whole numbers, so no rounding.
 */
final class ClassQuotas {

    private ClassQuotas() {
    }

    /**
     * The quota per class; {@code labels} are 0.., {@code budget} is at most their number. Cost: O(images + classes^2).
     */
    static int[] of(final int[] labels, final int budget) {
        final var counts = new int[Arrays.stream(labels).max().orElse(-1) + 1];
        for (final int label : labels) {
            counts[label]++;
        }
        final var quotas = new int[counts.length];
        final var remainders = new long[counts.length];
        int left = budget;
        for (int c = 0; c < counts.length; c++) {
            final long share = (long)budget * counts[c];
            quotas[c] = (int)(share / labels.length);
            remainders[c] = share % labels.length;
            left -= quotas[c];
        }
        for (; left > 0; left--) {
            final int next = largest(remainders);
            quotas[next]++;
            remainders[next] -= labels.length;
        }
        if (budget >= Arrays.stream(counts).filter(count -> count > 0).count()) {
            leaveNoneOut(counts, quotas, remainders, labels.length);
        }
        return quotas;
    }

    /** {@code remainders} hold, times {@code images}, how far each quota is below its exact share. */
    private static void leaveNoneOut(final int[] counts, final int[] quotas, final long[] remainders,
        final int images) {
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0 && quotas[c] == 0) {
                final int donor = furthestAbove(quotas, remainders);
                quotas[donor]--;
                remainders[donor] += images;
                quotas[c]++;
                remainders[c] -= images;
            }
        }
    }

    private static int largest(final long[] values) {
        int best = 0;
        for (int c = 1; c < values.length; c++) {
            if (values[c] > values[best]) {
                best = c;
            }
        }
        return best;
    }

    private static int furthestAbove(final int[] quotas, final long[] remainders) {
        int best = -1;
        for (int c = 0; c < quotas.length; c++) {
            if (quotas[c] > 1 && (best < 0 || remainders[c] < remainders[best])) {
                best = c;
            }
        }
        return best;
    }
}
