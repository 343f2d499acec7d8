// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** What chance allows. */
public final class CutTest {

    /** n0 = n1 = 50: m = 25, delta' = 0.002 / 100, ln(4 / delta') = 12.2061, the root of 12.2061 / 50. */
    @Test
    public void hoeffding() {
        assertEquals(12.2061, Math.log(4 / 2e-5), 5e-5);
        assertEquals(0.4940865, Cut.HOEFFDING.epsilon(50, 50, 0.25, 0.002), 5e-8);
        assertEquals("whatever the variance", 0.4940865, Cut.HOEFFDING.epsilon(50, 50, 0, 0.002), 5e-8);
    }

    /** The same: sqrt(2 / 25 x variance x 11.5129) + 2 / 75 x 11.5129. */
    @Test
    public void bernstein() {
        assertEquals(Math.sqrt(0.08 * 0.09 * 11.512925) + 0.307011, Cut.BERNSTEIN.epsilon(50, 50, 0.09, 0.002), 5e-7);
    }
}
