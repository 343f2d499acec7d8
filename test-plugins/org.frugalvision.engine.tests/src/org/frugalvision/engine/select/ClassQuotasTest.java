// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.Test;

/** Shares of a budget. */
public final class ClassQuotasTest {

    @Test
    public void givesWholeShares() {
        assertArrayEquals(new int[]{2, 1}, ClassQuotas.of(labels(4, 2), 3));
    }

    /** Shares 3.5, 2.1, 1.4 of 7: whole parts 3, 2, 1, the one left goes to .5. */
    @Test
    public void givesWhatIsLeftToTheLargestRemainder() {
        assertArrayEquals(new int[]{4, 2, 1}, ClassQuotas.of(labels(5, 3, 2), 7));
    }

    @Test
    public void givesTiesToTheLowestClass() {
        assertArrayEquals(new int[]{2, 1, 1}, ClassQuotas.of(labels(5, 5, 5), 4));
    }

    /** Shares 9.7 and 0.3 of 10. */
    @Test
    public void leavesNoClassOutWhereTheBudgetReaches() {
        assertArrayEquals(new int[]{9, 1}, ClassQuotas.of(labels(97, 3), 10));
        assertArrayEquals(new int[]{1, 1, 1}, ClassQuotas.of(labels(98, 1, 1), 3));
    }

    @Test
    public void takesTheMissingOneFromTheClassFurthestAboveItsShare() {
        // shares 4.5, 4.5, 0.5, 0.5 of 10; by remainders 5, 5, 0, 0; each of the first two gives one
        assertArrayEquals(new int[]{4, 4, 1, 1}, ClassQuotas.of(labels(45, 45, 5, 5), 10));
    }

    @Test
    public void prefersLargeClassesWhereTheBudgetDoesNotReach() {
        assertArrayEquals(new int[]{0, 1, 1}, ClassQuotas.of(labels(1, 10, 9), 2));
    }

    @Test
    public void givesNothingToAClassWithoutImages() {
        assertArrayEquals(new int[]{2, 0, 2}, ClassQuotas.of(labels(3, 0, 3), 4));
    }

    @Test
    public void givesEveryClassItsOwnAtFullBudget() {
        assertArrayEquals(new int[]{7, 1, 4}, ClassQuotas.of(labels(7, 1, 4), 12));
    }

    @Test
    public void alwaysSpendsTheBudgetAndNeverMoreThanAClassHas() {
        for (int seed = 0; seed < 300; seed++) {
            final var random = new Random(seed);
            final var counts = random.ints(1 + random.nextInt(8), 0, 20).toArray();
            counts[0]++;
            final var labels = labels(counts);
            final int budget = 1 + random.nextInt(labels.length);

            final var quotas = ClassQuotas.of(labels, budget);

            assertEquals("seed " + seed, budget, Arrays.stream(quotas).sum());
            final long present = Arrays.stream(counts).filter(count -> count > 0).count();
            for (int c = 0; c < quotas.length; c++) {
                assertTrue("seed " + seed, quotas[c] >= 0 && quotas[c] <= counts[c]);
                assertTrue("seed " + seed, quotas[c] > 0 || counts[c] == 0 || budget < present);
            }
        }
    }

    private static int[] labels(final int... counts) {
        return IntStream.range(0, counts.length).flatMap(c -> IntStream.generate(() -> c).limit(counts[c])).toArray();
    }
}
