// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.random.RandomGenerator;

/** Random orders by the shuffle of Fisher and Yates. */
public final class RandomOrder {

    private RandomOrder() {
    }

    /**
     * Every order of 0..{@code size}-1 with equal probability. Cost: O(size).
     *
     * @param size how many
     * @param random draws {@code size - 1} numbers from it (fewer for 0)
     * @return a new array
     */
    public static int[] of(final int size, final RandomGenerator random) {
        final var order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        shuffle(order, random);
        return order;
    }

    /**
     * Brings values into a random order, in place. Cost: O(length).
     *
     * @param values changed
     * @param random drawn from
     */
    public static void shuffle(final int[] values, final RandomGenerator random) {
        for (int last = values.length - 1; last > 0; last--) {
            final int other = random.nextInt(last + 1);
            final int value = values[last];
            values[last] = values[other];
            values[other] = value;
        }
    }
}
