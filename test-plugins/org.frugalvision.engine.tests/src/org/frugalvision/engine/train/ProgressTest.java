// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** How long it takes, in words. */
public final class ProgressTest {

    @Test
    public void wordsDurations() {
        assertEquals("0 s", Progress.duration(0));
        assertEquals("59 s", Progress.duration(59));
        assertEquals("1 min 20 s", Progress.duration(80));
        assertEquals("1 h 0 min", Progress.duration(3600));
        assertEquals("2 h 5 min", Progress.duration(7530));
    }
}
