// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Herding, by hand. */
public final class HerdingTest {

    private static final float[] A = {0, 0};

    private static final float[] B = {0, 1};

    private static final float[] C = {4, 0};

    private static final float[] D = {4, 3};

    /**
     * Mean (2,1). Distances 2 for B; then of (4,1)-B to C 1; then of (6,3)-B-C to D the root of 5. The farthest would
     * be D, C, B.
     */
    @Test
    public void staysClosestToTheMean() throws CanceledException {
        final var selection = select(3, new int[4], A, B, C, D);

        assertArrayEquals(new int[]{1, 2, 3}, selection.indices());
        assertArrayEquals(new double[]{2, 1, Math.sqrt(5)}, selection.scores(), 1e-12);
    }

    @Test
    public void endsOnTheMeanWhenAllAreTaken() throws CanceledException {
        final var selection = select(4, new int[4], A, B, C, D);

        assertArrayEquals(new int[]{1, 2, 3, 0}, selection.indices());
        assertArrayEquals(new double[]{2, 1, Math.sqrt(5), 0}, selection.scores(), 1e-12);
    }

    @Test
    public void takesTheLowestIndexOfEqualImages() throws CanceledException {
        assertArrayEquals(new int[]{0, 1}, select(2, new int[3], A, A, A).indices());
        // the mean 0.5 lies in the middle
        assertArrayEquals(new int[]{0}, select(1, new int[2], new float[]{0}, new float[]{1}).indices());
    }

    /**
     * Classes by turns: of class 0 (0, 1, 5; mean 2) first 1, of class 1 (10, 12; mean 11) first 10, then of class 0
     * the one closest to 4-1.
     */
    @Test
    public void herdsEveryClassForItselfAndByTurns() throws CanceledException {
        final var selection = select(3, new int[]{0, 1, 0, 1, 0}, new float[]{0}, new float[]{10}, new float[]{1},
            new float[]{12}, new float[]{5});

        assertArrayEquals(new int[]{2, 1, 4}, selection.indices());
        assertArrayEquals(new double[]{1, 1, 2}, selection.scores(), 1e-12);
    }

    @Test
    public void skipsClassesWithoutImages() throws CanceledException {
        assertArrayEquals(new int[]{1, 0}, select(2, new int[]{3, 1}, A, B).indices());
    }

    private static Selection select(final int budget, final int[] labels, final float[]... thumbnails)
        throws CanceledException {
        return new Herding().select(PoolFixture.of(labels, thumbnails), budget, Seeds.of(1).generator(),
            RunControl.none());
    }
}
