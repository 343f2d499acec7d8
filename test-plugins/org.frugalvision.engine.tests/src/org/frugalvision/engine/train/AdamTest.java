// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Adam by hand. */
public final class AdamTest {

    @Test
    public void firstStepHasTheSizeOfTheLearningRate() {
        final float[] weights = {1, 1, 1};
        final Updater adam = new Adam().start(3, 1, 0);

        adam.begin(1, 0.1);
        adam.update(0, weights, new float[]{5, -0.001f, 0}, 0, 3, 1);

        assertEquals(0.9, weights[0], 1e-6);
        assertEquals(1.1, weights[1], 1e-5);
        assertEquals(1, weights[2], 0);
    }

    /** Mean 0.09 + 0.2 = 0.29, square 0.000999 + 0.004 = 0.004999, corrected by 0.19 and 0.001999. */
    @Test
    public void secondStepFollowsTheRunningMeans() {
        final float[] weights = {0};
        final Updater adam = new Adam().start(1, 1, 0);
        adam.begin(1, 1);
        adam.update(0, weights, new float[]{1}, 0, 1, 1);
        final double before = weights[0];

        adam.begin(2, 1);
        adam.update(0, weights, new float[]{2}, 0, 1, 1);

        assertEquals(-0.29 / 0.19 / Math.sqrt(0.004999 / 0.001999), weights[0] - before, 1e-6);
    }

    @Test
    public void rangesGiveTheSameBitsAsTheWhole() {
        final float[] gradient = {0.1f, -0.7f, 3, 0.02f, 1e-4f};
        final float[] whole = {1, 2, 3, 4, 5};
        final float[] parts = whole.clone();
        final Updater one = new Adam().start(5, 1, 0);
        final Updater other = new Adam().start(5, 1, 0);
        for (int step = 1; step <= 3; step++) {
            one.begin(step, 0.01);
            one.update(0, whole, gradient, 0, 5, 1);
            other.begin(step, 0.01);
            other.update(0, parts, gradient, 3, 5, 1);
            other.update(0, parts, gradient, 0, 3, 1);
        }

        assertArrayEquals(whole, parts, 0);
    }
}
