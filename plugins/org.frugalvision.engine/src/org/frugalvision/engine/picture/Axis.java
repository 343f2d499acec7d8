// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * A scale with round ticks: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param from its start
 * @param to its end, above the start
 * @param step between two ticks
 * @param first number of the first tick, which is at {@code first * step}
 * @param last number of the last tick
 */
record Axis(double from, double to, BigDecimal step, long first, long last) {

    /** The smallest number of ticks that the scale is cut into. */
    private static final int PARTS = 5;

    /** A scale that begins and ends at a tick and holds all values; values must be finite. */
    static Axis of(final DoubleStream values) {
        final var range = values.summaryStatistics();
        double least = range.getMin();
        double most = range.getMax();
        final double magnitude = Math.max(Math.abs(least), Math.abs(most));
        if (!(most - least > 1e-9 * magnitude)) {
            // one value: a scale from 0 to it, or around 0
            least = Math.min(0, least);
            most = magnitude == 0 ? 1 : Math.max(0, most);
        }
        final var step = step((most - least) / PARTS);
        final long first = (long)Math.floor(least / step.doubleValue() + 1e-9);
        final long last = (long)Math.ceil(most / step.doubleValue() - 1e-9);
        return new Axis(first * step.doubleValue(), last * step.doubleValue(), step, first, last);
    }

    /** A scale of whole numbers that ends at the values; of one number it has the middle. */
    static Axis ofWholes(final DoubleStream values) {
        final var range = values.summaryStatistics();
        final boolean single = !(range.getMax() > range.getMin());
        final double from = single ? range.getMin() - 1 : range.getMin();
        final double to = single ? range.getMin() + 1 : range.getMax();
        final var step = step((to - from) / (2 * PARTS)).max(BigDecimal.ONE);
        return single ? new Axis(from, to, BigDecimal.ONE, Math.round(range.getMin()), Math.round(range.getMin()))
            : new Axis(from, to, step, (long)Math.ceil(from / step.doubleValue()),
                (long)Math.floor(to / step.doubleValue()));
    }

    /** Where a value lies between start and end, as a share. */
    double position(final double value) {
        return (value - from) / (to - from);
    }

    List<BigDecimal> ticks() {
        return LongStream.rangeClosed(first, last).mapToObj(i -> step.multiply(BigDecimal.valueOf(i))).toList();
    }

    /** All labels of a scale have the same number of decimals. */
    String label(final BigDecimal tick) {
        final int decimals = Math.max(0, step.stripTrailingZeros().scale());
        return decimals > 6 || tick.abs().compareTo(BigDecimal.valueOf(10_000_000)) >= 0
            ? String.format(Locale.ROOT, "%.2g", tick) : String.format(Locale.ROOT, "%,." + decimals + "f", tick);
    }

    /** The next round number from there on. */
    private static BigDecimal step(final double atLeast) {
        final int exponent = (int)Math.floor(Math.log10(atLeast));
        for (final int factor : new int[]{1, 2, 5}) {
            final var step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= atLeast * (1 - 1e-9)) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
    }
}
