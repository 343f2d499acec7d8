// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.util.Arrays;

/**
 * One line of a chart.
 *
 * @param name its name in the legend
 * @param x positions; shared, not to be modified
 * @param y values; NaN leaves a gap, infinite values are drawn as gaps; shared, not to be modified
 * @param dashed whether it is a dashed companion, in the same colour, of the curve before it
 */
public record Curve(String name, double[] x, double[] y, boolean dashed) {

    /** Refuses positions and values of different number. */
    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                "Curve \"" + name + "\" has " + x.length + " positions for " + y.length + " values.");
        }
    }

    /**
     * Values at 1, 2, 3, ...
     *
     * @param name its name in the legend
     * @param y values
     * @return the curve, not dashed
     */
    public static Curve perEpoch(final String name, final double... y) {
        final var x = new double[y.length];
        Arrays.setAll(x, i -> i + 1);
        return new Curve(name, x, y, false);
    }

    /** @return the same curve as a dashed companion of the one before it */
    public Curve asDashed() {
        return new Curve(name, x, y, true);
    }

    /** Whether there is anything to draw. */
    boolean visible() {
        return Arrays.stream(y).anyMatch(Double::isFinite);
    }

    /** The values, infinite ones as gaps. */
    double[] finiteOrGap() {
        return Arrays.stream(y).map(value -> Double.isFinite(value) ? value : Double.NaN).toArray();
    }

    /** The same line through at least so many points. */
    Curve dense(final int points) {
        final int parts = Math.max(1, points / Math.max(1, x.length - 1) + 1);
        final var moreX = new double[(x.length - 1) * parts + 1];
        final var moreY = new double[moreX.length];
        for (int i = 0; i < moreX.length; i++) {
            final int before = i / parts;
            final double share = i % parts / (double)parts;
            moreX[i] = share == 0 ? x[before] : x[before] + share * (x[before + 1] - x[before]);
            moreY[i] = share == 0 ? y[before] : y[before] + share * (y[before + 1] - y[before]);
        }
        return new Curve(name, moreX, moreY, dashed);
    }

    /** Only the points between two gaps, which no line shows. */
    Curve lonePoints() {
        final var lone = new double[y.length];
        Arrays.setAll(lone, i -> isGap(i - 1) && isGap(i + 1) && !isGap(i) ? y[i] : Double.NaN);
        return new Curve(name, x, lone, dashed);
    }

    private boolean isGap(final int i) {
        return i < 0 || i == y.length || !Double.isFinite(y[i]);
    }
}
