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
}
