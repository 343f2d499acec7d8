// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Draws from Beta(a, a), whose mean is 1/2 and whose variance is 1 / (8a + 4). */
public final class SymmetricBetaTest {

    private static final int DRAWS = 20_000;

    @Test
    public void hasTheMomentsOfBeta() {
        for (final double a : new double[]{0.05, 0.2, 0.5, 1, 1.0001, 2, 8, 100}) {
            final RandomGenerator random = Seeds.of(1).named("beta").generator();
            double sum = 0;
            double squares = 0;
            double fourth = 0;
            for (int i = 0; i < DRAWS; i++) {
                final double draw = SymmetricBeta.draw(a, random);
                assertTrue("a = " + a, draw >= 0 && draw <= 1);
                sum += draw - 0.5;
                squares += (draw - 0.5) * (draw - 0.5);
                fourth += Math.pow(draw - 0.5, 4);
            }
            final double variance = 1 / (8 * a + 4);
            assertEquals("a = " + a, 0, sum / DRAWS, 4 * Math.sqrt(variance / DRAWS));
            assertEquals("a = " + a, variance, squares / DRAWS, 0.05 * variance);
            assertEquals("a = " + a, 3 * variance * variance * (2 * a + 1) / (2 * a + 3), fourth / DRAWS,
                0.1 * variance * variance);
        }
    }
}
