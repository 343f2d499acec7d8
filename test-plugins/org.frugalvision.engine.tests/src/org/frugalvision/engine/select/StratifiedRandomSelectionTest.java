// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Random selection, plain and within classes. */
public final class StratifiedRandomSelectionTest {

    /** 90 images of class 0, 10 of class 1. */
    private static final int[] LABELS = IntStream.range(0, 100).map(i -> i < 90 ? 0 : 1).toArray();

    @Test
    public void keepsTheSharesOfTheClasses() throws CanceledException {
        for (int seed = 0; seed < 20; seed++) {
            final var chosen = select(new StratifiedRandomSelection(), 20, seed);

            assertEquals("seed " + seed, 2, IntStream.of(chosen).filter(i -> LABELS[i] == 1).count());
        }
    }

    @Test
    public void givesEveryImageOfAClassTheSameChance() throws CanceledException {
        final var counts = new int[LABELS.length];
        for (int seed = 0; seed < 2000; seed++) {
            for (final int i : select(new StratifiedRandomSelection(), 20, seed)) {
                counts[i]++;
            }
        }

        for (final int count : counts) {
            assertEquals(400, count, 85);
        }
    }

    @Test
    public void mixesTheClassesInItsOrder() throws CanceledException {
        final var chosen = select(new StratifiedRandomSelection(), 100, 1);

        assertTrue(IntStream.range(0, 90).anyMatch(i -> LABELS[chosen[i]] == 1));
    }

    @Test
    public void plainRandomGivesEveryImageTheSameChance() throws CanceledException {
        final var counts = new int[LABELS.length];
        for (int seed = 0; seed < 2000; seed++) {
            for (final int i : select(new RandomSelection(), 20, seed)) {
                counts[i]++;
            }
        }

        for (final int count : counts) {
            assertEquals(400, count, 85);
        }
    }

    @Test
    public void plainRandomTakesAllInAnotherOrder() throws CanceledException {
        final var chosen = select(new RandomSelection(), 100, 1);

        assertArrayEquals(IntStream.range(0, 100).toArray(), IntStream.of(chosen).sorted().toArray());
    }

    private static int[] select(final SubsetSelector method, final int budget,
        final long seed) throws CanceledException {
        return method.select(PoolFixture.of(LABELS), budget, Seeds.of(seed).generator(), RunControl.none()).indices();
    }
}
