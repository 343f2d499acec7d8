// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Published intervals. */
public final class IntervalTest {

    /** Newcombe 1998, Statistics in Medicine 17:857, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
    @Test
    public void shares() {
        assertInterval(0.2553, 0.3662, new Proportion(81, 263).wilson());
        assertInterval(0.0624, 0.1605, new Proportion(15, 148).wilson());
        assertInterval(0, 0.1611, new Proportion(0, 20).wilson());
        assertInterval(0.0061, 0.1718, new Proportion(1, 29).wilson());
        assertInterval(1 - 0.1611, 1, new Proportion(20, 20).wilson());
    }

    /** Newcombe 1998, Statistics in Medicine 17:873, method 10: 56/70 - 48/80, 9/10 - 3/10, 10/10 - 0/20. */
    @Test
    public void differences() {
        assertInterval(0.0524, 0.3339, difference(56, 70, 48, 80));
        assertInterval(0.1705, 0.8090, difference(9, 10, 3, 10));
        assertInterval(0.6791, 1, difference(10, 10, 0, 20));
    }

    private static Interval difference(final long part, final long whole, final long otherPart, final long otherWhole) {
        return Interval.ofDifference(new Proportion(part, whole), new Proportion(otherPart, otherWhole),
            Proportion::wilson);
    }

    private static void assertInterval(final double lower, final double upper, final Interval actual) {
        assertEquals(lower, actual.lower(), 5e-5);
        assertEquals(upper, actual.upper(), 5e-5);
    }
}
