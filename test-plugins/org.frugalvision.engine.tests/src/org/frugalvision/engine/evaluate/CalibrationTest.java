// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.List;

import org.junit.Test;

/** Whether a classifier is right as often as it says, by hand. */
public final class CalibrationTest {

    /** Bins (0.8, 0.867] with 2 images and (0.933, 1] with 2: 2/4 |1/2 - 0.85| + 2/4 |1 - 0.95|. */
    @Test
    public void isTheMeanDistanceOfAccuracyAndConfidence() {
        final var calibration =
            Calibration.of(new double[]{0.84, 0.86, 0.94, 0.96}, new boolean[]{true, false, true, true});

        assertEquals(0.5 * 0.35 + 0.5 * 0.05, calibration.expectedError().getAsDouble(), 1e-15);
        assertEquals(2, calibration.bins().get(12).images());
        assertEquals(0.5, calibration.bins().get(12).accuracy().getAsDouble(), 0);
        assertEquals(0.85, calibration.bins().get(12).confidence().getAsDouble(), 1e-15);
        assertEquals(2, calibration.bins().get(14).images());
    }

    @Test
    public void aBinHoldsItsUpperEndAndTheFirstAlsoZero() {
        final var calibration = Calibration.of(new double[]{0, 1 / 15.0, Math.nextUp(1 / 15.0), 0.2, 0.6, 1},
            new boolean[6]);

        assertEquals(List.of(2L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L, 1L),
            calibration.bins().stream().map(Calibration.Bin::images).toList());
    }

    @Test
    public void hasNoErrorWithoutImages() {
        final var calibration = Calibration.of(new double[0], new boolean[0]);

        assertFalse(calibration.expectedError().isPresent());
        assertFalse(calibration.bins().get(0).accuracy().isPresent());
        assertFalse(calibration.bins().get(0).confidence().isPresent());
    }
}
