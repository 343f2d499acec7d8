// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.junit.Test;

/** Labels that are not quite sure. */
public final class LabelSmoothingTest {

    private final Batch m_batch = Batches.of(new ImageShape(1, 1, 1), 4, 0, 0.25f, 0.5f);

    @Test
    public void spreadsATenthOverFourClasses() {
        new LabelSmoothing(0.1).batchLoaded(m_batch, null);

        assertArrayEquals(new float[]{0.025f, 0.925f, 0.025f, 0.025f}, Batches.row(m_batch, 1), 1e-7f);
        assertEquals("pixels stay", 0.5, m_batch.pixels()[1], 0);
    }

    @Test
    public void keepsTheWeightOfTheImage() {
        m_batch.rows()[5] = 2;

        new LabelSmoothing(0.1).batchLoaded(m_batch, null);

        assertArrayEquals(new float[]{0.05f, 1.85f, 0.05f, 0.05f}, Batches.row(m_batch, 1), 1e-7f);
    }

    @Test
    public void noneChangesNoBit() {
        new LabelSmoothing(0).batchLoaded(m_batch, null);

        assertArrayEquals(new float[]{0, 1, 0, 0}, Batches.row(m_batch, 1), 0);
    }

    @Test
    public void refusesSharesThatLeaveNothingOfTheLabel() {
        assertRefused("\"Smoothing\" must be at least 0 and less than 1, but is 1.", 1);
        assertRefused("\"Smoothing\" must be at least 0 and less than 1, but is -0.1.", -0.1);
        assertRefused("\"Smoothing\" must be at least 0 and less than 1, but is NaN.", Double.NaN);
    }

    private static void assertRefused(final String message, final double smoothing) {
        assertEquals(message,
            assertThrows(SettingsException.class, () -> new LabelSmoothing(smoothing)).getMessage());
    }
}
