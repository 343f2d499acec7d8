// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Which images are predicted again in full. */
public final class CascadeTest {

    @Test
    public void keepsThePredictionsThatAreSureEnough() {
        final Cascade cascade = new Cascade(0.9, 0.5);
        final double[] largest = {0.99, 0.97, 0.6, 0.55};

        final int[] again = IntStream.range(0, 4)
            .filter(i -> !cascade.accepts(new double[]{1 - largest[i], largest[i]})).toArray();

        assertArrayEquals(new int[]{2, 3}, again);
        assertEquals(0.75, 0.5 * 0.5 + again.length / 4.0, 0);
    }

    @Test
    public void theThresholdItselfIsEnough() {
        assertTrue(new Cascade(0.5, 0.5).accepts(new double[]{0.5, 0.5}));
        assertFalse(new Cascade(Math.nextUp(0.5), 0.5).accepts(new double[]{0.5, 0.5}));
    }

    @Test
    public void roundsTheSidesOfTheShrunkImage() {
        assertEquals(new ImageShape(3, 14, 8), new Cascade(0.7, 0.5).shrunk(new ImageShape(3, 28, 15)));
        assertEquals(new ImageShape(1, 1, 1), new Cascade(0.7, 0.1).shrunk(new ImageShape(1, 2, 14)));
    }

    @Test
    public void refusesValuesOutOfRange() {
        for (final double threshold : new double[]{0, -1, 1.01, Double.NaN}) {
            assertThrows(SettingsException.class, () -> new Cascade(threshold, 0.5));
        }
        for (final double scale : new double[]{0, 0.09, 1, Double.NaN}) {
            assertThrows(SettingsException.class, () -> new Cascade(0.7, scale));
        }
        assertEquals("\"Confidence threshold\" must be above 0 and at most 1, but is 2.",
            assertThrows(SettingsException.class, () -> new Cascade(2, 0.5)).getMessage());
        assertEquals("\"Low resolution\" must be at least 0.1 and below 1, but is 1.",
            assertThrows(SettingsException.class, () -> new Cascade(0.7, 1)).getMessage());
    }
}
