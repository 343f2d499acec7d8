// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertArrayEquals;

import java.util.Arrays;

import org.frugalvision.engine.network.Activation;
import org.junit.Test;

/** Values and slopes by hand. */
public final class ArrayActivationTest {

    private static final float TINY = 1e-6f;

    @Test
    public void sigmoid() {
        assertForward(Activation.SIGMOID, 0.5f, 0.7310586f, 0.2689414f);
        assertBackward(Activation.SIGMOID, new float[]{0.5f, 0.75f}, 0.5f, 0.375f);
    }

    @Test
    public void swish() {
        assertForward(Activation.SWISH, 0, 0.7310586f, -0.2689414f);
        assertBackward(Activation.SWISH, new float[]{0, 1}, 1, 2 * 0.9276705f);
    }

    @Test
    public void hardSwish() {
        final float[] values = {-4, -3, -1.5f, 0, 1, 3, 4};
        ArrayActivation.forward(Activation.HARD_SWISH, values);

        assertArrayEquals(new float[]{0, 0, -0.375f, 0, 4 / 6f, 3, 4}, values, TINY);
        assertBackward(Activation.HARD_SWISH, new float[]{-4, 0, 1.5f, 4}, 0, 1, 2, 2);
    }

    @Test
    public void clipping() {
        assertForward(Activation.RELU6, 0, 1, 0);
        assertBackward(Activation.RELU6, new float[]{0, 3, 6}, 0, 2, 0);
        assertBackward(Activation.IDENTITY, new float[]{-1, 7}, 2, 2);
    }

    /** Of 0, 1 and -1. */
    private static void assertForward(final Activation activation, final float... expected) {
        final float[] values = {0, 1, -1};
        ArrayActivation.forward(activation, values);
        assertArrayEquals(expected, values, TINY);
    }

    /** Of a gradient of 2 everywhere; for sigmoid and clipping the values are those that came out. */
    private static void assertBackward(final Activation activation, final float[] values, final float... expected) {
        final float[] gradient = new float[values.length];
        Arrays.fill(gradient, 2);
        ArrayActivation.backward(activation, values, gradient);
        assertArrayEquals(expected, gradient, TINY);
    }
}
