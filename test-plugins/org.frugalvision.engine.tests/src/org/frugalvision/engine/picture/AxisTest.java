// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.Test;

/** Round ticks. */
public final class AxisTest {

    @Test
    public void beginsAndEndsAtATick() {
        assertEquals("0.80 0.85 0.90 0.95", labels(Axis.of(DoubleStream.of(0.81, 0.932))));
        assertEquals("0.0 0.5 1.0 1.5 2.0 2.5", labels(Axis.of(DoubleStream.of(0.1, 2.303))));
        assertEquals("-200 0 200 400 600 800", labels(Axis.of(DoubleStream.of(-1, 790))));
        assertEquals("0 2,000 4,000 6,000 8,000 10,000", labels(Axis.of(DoubleStream.of(0, 10_000))));
    }

    @Test
    public void holdsAllValues() {
        for (final double most : new double[]{1e-12, 0.3, 0.7, 1, 1.1, 99, 1e12}) {
            final var axis = Axis.of(DoubleStream.of(0, most / 3, most));

            assertEquals(1, axis.position(axis.to()), 0);
            assertTrue(most + " at " + axis.position(most), axis.position(most) > 0.7 && axis.position(most) < 1.0001);
        }
    }

    @Test
    public void ofOneValueIsFromZero() {
        assertEquals("0.0 0.1 0.2 0.3 0.4", labels(Axis.of(DoubleStream.of(0.37, 0.37))));
        assertEquals("-2.0 -1.5 -1.0 -0.5 0.0", labels(Axis.of(DoubleStream.of(-1.8))));
        assertEquals("0.0 0.2 0.4 0.6 0.8 1.0", labels(Axis.of(DoubleStream.of(0))));
    }

    @Test
    public void epochsAreWholeNumbers() {
        assertEquals("1 2", labels(epochs(2)));
        assertEquals("1 2 3 4 5 6 7 8 9 10", labels(epochs(10)));
        assertEquals("5 10 15 20 25 30 35 40", labels(epochs(40)));
        assertEquals("10 20 30 40 50 60 70 80 90 100", labels(epochs(100)));
    }

    @Test
    public void aSingleEpochStandsInTheMiddle() {
        assertEquals("1", labels(epochs(1)));
        assertEquals(0.5, epochs(1).position(1), 0);
    }

    @Test
    public void veryLargeAndSmallNumbersAreShort() {
        assertEquals("5.0e+11", Axis.of(DoubleStream.of(0, 1e12)).label(new BigDecimal("5e11")));
    }

    private static Axis epochs(final int number) {
        return Axis.ofWholes(IntStream.rangeClosed(1, number).asDoubleStream());
    }

    private static String labels(final Axis axis) {
        return String.join(" ", axis.ticks().stream().map(axis::label).toList());
    }
}
