// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.Test;

/** What activations promise about their values, and their names. */
public final class ActivationTest {

    @Test
    public void idsAreStable() {
        assertEquals("identity relu relu6 sigmoid swish hard_swish",
            Arrays.stream(Activation.values()).map(Activation::id).collect(Collectors.joining(" ")));
    }

    @Test
    public void onlySomeClip() {
        assertTrue(Activation.RELU6.clips());
        assertFalse(Activation.SIGMOID.clips());
        assertTrue(Activation.SIGMOID.invertible());
        assertFalse(Activation.SWISH.invertible());
        assertFalse(Activation.HARD_SWISH.invertible());
    }

    @Test
    public void swishIsLeastWhereItsSlopeIsZero() {
        double least = 0;
        for (double x = -2; x < 0; x += 1e-4) {
            least = Math.min(least, x / (1 + Math.exp(-x)));
        }
        assertEquals(least, Activation.SWISH.least(), 1e-7);
        assertEquals(-1.5 * 1.5 / 6, Activation.HARD_SWISH.least(), 0);
    }
}
