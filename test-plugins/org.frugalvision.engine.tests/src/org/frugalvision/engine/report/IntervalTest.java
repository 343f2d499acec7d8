// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import static org.junit.Assert.assertEquals;

import org.frugalvision.engine.cost.CostEntry;
import org.junit.Test;

/** Published intervals. */
public final class IntervalTest {

    /** Newcombe 1998, Statistics in Medicine 17:857, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
    @Test
    public void shares() {
        assertInterval(0.2553, 0.3662, Interval.ofShare(81 / 263.0, 263));
        assertInterval(0.0624, 0.1605, Interval.ofShare(15 / 148.0, 148));
        assertInterval(0, 0.1611, Interval.ofShare(0, 20));
        assertInterval(0.0061, 0.1718, Interval.ofShare(1 / 29.0, 29));
        assertInterval(1 - 0.1611, 1, Interval.ofShare(1, 20));
    }

    /** Newcombe 1998, Statistics in Medicine 17:873, method 10: 56/70 - 48/80, 9/10 - 3/10, 10/10 - 0/20. */
    @Test
    public void differences() {
        assertInterval(0.0524, 0.3339, difference(56, 70, 48, 80));
        assertInterval(0.1705, 0.8090, difference(9, 10, 3, 10));
        assertInterval(0.6791, 1, difference(10, 10, 0, 20));
    }

    private static Interval difference(final int right, final int images, final int otherRight,
        final int otherImages) {
        return Interval.ofDifference(result((double)right / images, images),
            result((double)otherRight / otherImages, otherImages));
    }

    private static Result result(final double accuracy, final int images) {
        return new Result("r", images, accuracy, CostEntry.of("c", "C"));
    }

    private static void assertInterval(final double low, final double high, final Interval actual) {
        assertEquals(low, actual.low(), 5e-5);
        assertEquals(high, actual.high(), 5e-5);
    }
}
