// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Weights of classes by their numbers of images. */
public final class ClassWeightingTest {

    /** 000-02, Unit: 500 and 10 images. */
    @Test
    public void inverseFrequenciesGiveEveryClassTheSameSum() {
        assertArrayEquals(new double[]{0.51, 25.5}, ClassWeighting.inverseFrequency(new int[]{500, 10}), 1e-12);
    }

    /** By hand: 1 / 1.75 and 1 / 1 over their mean. */
    @Test
    public void effectiveNumbersGrowSlowerThanImages() {
        assertArrayEquals(new double[]{8 / 11.0, 14 / 11.0}, ClassWeighting.effectiveNumber(new int[]{3, 1}, 0.5),
            1e-12);
        assertArrayEquals(new double[]{1, 1}, ClassWeighting.effectiveNumber(new int[]{3, 1}, 0), 0);
    }

    @Test
    public void aClassWithoutImagesHasNoWeightAndCountsForNone() {
        assertArrayEquals(new double[]{1, Double.NaN, 1}, ClassWeighting.inverseFrequency(new int[]{7, 0, 7}), 0);
        assertArrayEquals(new double[]{1, Double.NaN, 1}, ClassWeighting.effectiveNumber(new int[]{7, 0, 7}, 0.9),
            1e-12);
    }

    @Test
    public void refusesABetaOfOne() {
        assertEquals("\"Beta of the effective number\" must be at least 0 and below 1, but is 1.",
            assertThrows(SettingsException.class, () -> ClassWeighting.effectiveNumber(new int[]{1}, 1))
                .getMessage());
    }
}
