// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.split;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.Test;

/** How many images of each class the first part gets. */
public final class StratifiedQuotasTest {

    @Test
    public void givesWholeShares() {
        assertArrayEquals(new int[]{8, 4}, quotas(12, 10, 5));
    }

    /** Shares 3.5, 2.1, 1.4 of 7. */
    @Test
    public void givesWhatIsLeftToTheLargestRemainder() {
        assertArrayEquals(new int[]{4, 2, 1}, quotas(7, 5, 3, 2));
    }

    /** Shares 9.7 and 0.3 of 10. */
    @Test
    public void putsASmallClassIntoTheFirstPart() {
        assertArrayEquals(new int[]{9, 1}, quotas(10, 97, 3));
    }

    /** Shares 87.3 and 2.7 of 90: by remainder the second class would go wholly into the first part. */
    @Test
    public void keepsASmallClassInTheSecondPart() {
        assertArrayEquals(new int[]{88, 2}, quotas(90, 97, 3));
    }

    @Test
    public void takesFromASingleImageWhichCannotBeInBothPartsAnyway() {
        assertArrayEquals(new int[]{0, 1}, quotas(1, 1, 2));
    }

    @Test
    public void leavesAClassOutOnlyWhereTheSizesForceIt() {
        assertArrayEquals(new int[]{1, 1, 0}, quotas(2, 2, 2, 2));
    }

    @Test
    public void givesNothingToAClassWithoutImages() {
        assertArrayEquals(new int[]{1, 0, 2}, quotas(3, 2, 0, 4));
    }

    @Test
    public void staysExactWithinBoundsAndInBothPartsForAnyCounts() {
        for (int seed = 0; seed < 500; seed++) {
            final var random = new Random(seed);
            final int[] counts = random.ints(1 + random.nextInt(6), 2, 30).toArray();
            final int images = Arrays.stream(counts).sum();
            final int first = counts.length + random.nextInt(images - 2 * counts.length + 1);

            final int[] quotas = StratifiedQuotas.of(counts, first);

            assertEquals("seed " + seed, first, Arrays.stream(quotas).sum());
            for (int c = 0; c < counts.length; c++) {
                assertTrue("seed " + seed, quotas[c] >= 1 && quotas[c] <= counts[c] - 1);
                assertEquals("seed " + seed, counts[c] * (double)first / images, quotas[c], counts.length);
            }
        }
    }

    private static int[] quotas(final int first, final int... counts) {
        return StratifiedQuotas.of(counts, first);
    }
}
