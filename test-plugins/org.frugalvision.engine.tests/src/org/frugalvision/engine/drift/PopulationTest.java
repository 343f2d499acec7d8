// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;

import org.junit.Test;

/** Population stability. */
public final class PopulationTest {

    /** Half and half to three quarters: 0.25 ln 1.5 - 0.25 ln 0.5, with half a row added to each bin. */
    @Test
    public void indexIsTheSumOverBins() {
        assertEquals(0.25 * Math.log(1.5) - 0.25 * Math.log(0.5),
            Population.index(new long[]{500_000, 500_000}, new long[]{750_000, 250_000}), 1e-5);
        assertEquals(0, Population.index(new long[]{5, 7}, new long[]{5, 7}), 1e-15);
        assertTrue(Double.isFinite(Population.index(new long[]{10, 0}, new long[]{0, 10})));
    }

    /** Large samples by the rule of thumb; 10 bins of small ones by chance: 27.877 x (1 / 100 + 1 / 100). */
    @Test
    public void limitsAreThoseOfTheRuleOrOfChance() {
        assertEquals(0.25, reading(100_000).threshold(), 0);
        assertEquals(27.877 * (1 / 100.0 + 1 / 100.0), reading(10).threshold(), 5e-4);
    }

    @Test
    public void aSingleBinNeverDiffers() {
        assertEquals(new Reading(Level.NONE, 0, 0.25), Population.reading(new long[]{5}, new long[]{9}, 1));
    }

    private static Reading reading(final long each) {
        final long[] counts = new long[10];
        Arrays.fill(counts, each);
        return Population.reading(counts, counts, 1);
    }
}
