// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.stream.LongStream;

import org.junit.Test;

/** The random number generator. */
public final class Xoshiro256PlusPlusTest {

    /** Reference values of the authors' algorithm for the state 1, 2, 3, 4. */
    @Test
    public void drawsTheReferenceSequence() {
        final var random = new Xoshiro256PlusPlus(1, 2, 3, 4);

        final var drawn = LongStream.generate(random::nextLong).limit(5).toArray();

        assertArrayEquals(
            new long[]{41943041L, 58720359L, 3588806011781223L, 3591011842654386L,
                Long.parseUnsignedLong("9228616714210784205")}, drawn);
    }

    @Test
    public void drawsEveryNumberBelowTheBoundAboutEquallyOften() {
        final var random = Seeds.of(3).generator();
        final var counts = new int[6];

        for (int i = 0; i < 60_000; i++) {
            counts[random.nextInt(6)]++;
        }

        for (final int count : counts) {
            assertEquals(10_000, count, 400);
        }
    }

    @Test
    public void drawsOnlyZeroBelowOne() {
        assertEquals(0, Seeds.of(3).generator().nextInt(1));
    }

    @Test
    public void drawsBelowTheLargestBound() {
        final var random = Seeds.of(3).generator();

        for (int i = 0; i < 1000; i++) {
            assertTrue(random.nextInt(Integer.MAX_VALUE) >= 0);
        }
    }

    /**
     * Of the 2^31 draws, 3 x 2^29 fill the bound once; the others must be drawn again, or the lowest third would come
     * half of the time.
     */
    @Test
    public void drawsAgainWhereTheBoundDoesNotFit() {
        final var random = Seeds.of(6).generator();
        int lowestThird = 0;

        for (int i = 0; i < 9_000; i++) {
            lowestThird += random.nextInt(3 << 29) < 1 << 29 ? 1 : 0;
        }

        assertEquals(3_000, lowestThird, 250);
    }

    @Test
    public void refusesBoundZero() {
        final var random = Seeds.of(3).generator();

        assertEquals("A bound must be positive, but is 0.",
            assertThrows(IllegalArgumentException.class, () -> random.nextInt(0)).getMessage());
    }

    @Test
    public void drawsDoublesAndFloatsBelowOne() {
        final var random = Seeds.of(4).generator();

        for (int i = 0; i < 1000; i++) {
            final double d = random.nextDouble();
            final float f = random.nextFloat();
            assertTrue(d >= 0 && d < 1 && f >= 0 && f < 1);
        }
    }

    @Test
    public void drawsGaussiansOfMeanZeroAndVarianceOne() {
        final var random = Seeds.of(5).generator();
        double sum = 0;
        double squares = 0;

        for (int i = 0; i < 20_000; i++) {
            final double value = random.nextGaussian();
            sum += value;
            squares += value * value;
        }

        assertEquals(0, sum / 20_000, 0.03);
        assertEquals(1, squares / 20_000, 0.04);
    }

    @Test
    public void refusesAStateOfZeros() {
        assertThrows(IllegalArgumentException.class, () -> new Xoshiro256PlusPlus(0, 0, 0, 0));
    }
}
