// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.random.RandomGenerator;

/**
 * Draws from Beta(a, a) by uniform numbers alone, so that the bits are the same everywhere: for a up to 1 by
 * rejection (Jöhnk 1964), above by the formula of Ulrich (1984).
 */
final class SymmetricBeta {

    private SymmetricBeta() {
    }

    /** A number between 0 and 1; a must be above 0. */
    static double draw(final double a, final RandomGenerator random) {
        if (a > 1) {
            final double radius =
                Math.sqrt(1 - StrictMath.pow(random.nextDouble(), 2 / (2 * a - 1)));
            return (1 + radius * StrictMath.cos(2 * Math.PI * random.nextDouble())) / 2;
        }
        while (true) {
            final double x = StrictMath.pow(random.nextDouble(), 1 / a);
            final double y = StrictMath.pow(random.nextDouble(), 1 / a);
            if (x + y > 0 && x + y <= 1) {
                return x / (x + y);
            }
        }
    }
}
