// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

/** How the step of which weights become whole multiples is found; |number| is at most 2^(bits - 1) - 1. */
public enum StepRule {

    /** The largest |w| is the largest number: step = max |w| / (2^(bits - 1) - 1). */
    LARGEST {
        @Override
        double step(final float[] values, final int from, final int to, final int most) {
            return largest(values, from, to) / most;
        }
    },

    /**
     * The least squared error, with larger weights cut off: the best of 100 limits, each with the step that fits the
     * numbers it gives best. At 2 bits these are ternary weights. Cost: O(100 x weights).
     */
    LEAST_ERROR {
        @Override
        double step(final float[] values, final int from, final int to, final int most) {
            final double largest = largest(values, from, to);
            double best = largest / most;
            double least = Double.POSITIVE_INFINITY;
            for (int percent = 100; percent > 0 && largest > 0; percent--) {
                final double step = fitted(values, from, to, most, largest * percent / 100 / most);
                final double error = error(values, from, to, most, step);
                if (error < least) {
                    best = step;
                    least = error;
                }
            }
            return best;
        }
    };

    /** The step of some values; 0 if all of them are 0. */
    abstract double step(float[] values, int from, int to, int most);

    /** The number of a value. */
    static int number(final double value, final double step, final int most) {
        return (int)Math.max(-most, Math.min(most, Math.rint(value / step)));
    }

    private static double largest(final float[] values, final int from, final int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    /** Least squares: sum of w q / sum of q². */
    private static double fitted(final float[] values, final int from, final int to, final int most,
        final double step) {
        double products = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            final int number = number(values[i], step, most);
            products += (double)values[i] * number;
            squares += (double)number * number;
        }
        return squares == 0 ? step : products / squares;
    }

    private static double error(final float[] values, final int from, final int to, final int most,
        final double step) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            final double difference = values[i] - number(values[i], step, most) * step;
            sum += difference * difference;
        }
        return sum;
    }
}
