// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** Our own operations on small arrays, by hand. */
public final class ArrayOperationsTest {

    private static final float[] NONE = {};

    @Test
    public void pyramidTakesTheMaximaOfTheUnitOfThePaper() {
        final float[] map = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        final float[] out = new float[5];

        pyramid(new ImageShape(1, 4, 4), 2, 1).forward(map, out, 1, false, NONE);

        assertArrayEquals(new float[]{6, 8, 14, 16, 16}, out, 0);
    }

    @Test
    public void pyramidHasFourBinsInSevenRows() {
        final float[] column = {1, 7, 2, 6, 3, 5, 4};
        final float[] out = new float[16];

        pyramid(new ImageShape(1, 7, 1), 4).forward(column, out, 1, false, NONE);

        // rows 0-1, 1-3, 3-5, 5-6
        assertArrayEquals(new float[]{7, 7, 7, 7, 7, 7, 7, 7, 6, 6, 6, 6, 5, 5, 5, 5}, out, 0);
    }

    @Test
    public void pyramidGivesTheGradientToTheFirstOfEqualMaxima() {
        final ArrayOperation pyramid = pyramid(new ImageShape(2, 1, 2), 1);
        final float[] gradient = {9, 9, 9, 9};

        pyramid.forward(new float[]{5, 5, 1, 2}, new float[2], 1, true, NONE);
        pyramid.backward(new float[]{5, 5, 1, 2}, new float[]{3, 4}, gradient, 1, NONE, NONE);

        assertArrayEquals(new float[]{3, 0, 0, 4}, gradient, 0);
    }

    @Test
    public void normalisationUsesTheBatchInTrainingAndTheRunningStatisticsOtherwise() {
        final var norm = new BatchNormalizationOperation(new BatchNormalization(1e-9, Activation.IDENTITY), 1, 2);
        final float[] in = {1, 3, 5, 7};
        final float[] out = new float[4];
        final float[] weights = {2, 10, 4, 25};

        norm.forward(in, out, 2, false, weights);
        assertArrayEquals(new float[]{8.8f, 9.6f, 10.4f, 11.2f}, out, 1e-6f);

        norm.forward(in, out, 2, true, weights); // mean 4, variance 5
        final float root = (float)Math.sqrt(5);
        assertArrayEquals(new float[]{10 - 6 / root, 10 - 2 / root, 10 + 2 / root, 10 + 6 / root}, out, 1e-6f);
    }

    @Test
    public void runningStatisticsMoveATenthOfTheWay() {
        final var norm = new BatchNormalizationOperation(new BatchNormalization(1e-9, Activation.IDENTITY), 1, 2);
        final float[] in = {1, 3, 5, 7};
        final float[] weights = {2, 10, 14, 25};
        final float[] gradient = new float[4];

        norm.forward(in, new float[4], 2, true, weights);
        norm.backward(in, new float[]{1, 0, 0, 0}, new float[4], 2, weights, gradient);

        // images x step: 2 x 0.1 x (14 - 4), 2 x 0.1 x (25 - 5); to be divided by the images of the whole batch
        assertArrayEquals(new float[]{(float)(-3 / Math.sqrt(5)), 1, 2, 4}, gradient, 1e-6f);
    }

    @Test
    public void constantImagesAreNormalisedToTheShift() {
        final var norm = new BatchNormalizationOperation(new BatchNormalization(Activation.RELU), 2, 3);
        final float[] in = {7, 7, 7, 0, 0, 0};
        final float[] out = new float[6];
        final float[] gradient = new float[8];

        norm.forward(in, out, 1, true, new float[]{1, 1, 0.5f, -0.5f, 0, 0, 1, 1});
        assertArrayEquals(new float[]{0.5f, 0.5f, 0.5f, 0, 0, 0}, out, 0);

        norm.backward(in, new float[]{1, 1, 1, 1, 1, 1}, out, 1, new float[]{1, 1, 0.5f, -0.5f, 0, 0, 1, 1}, gradient);
        assertArrayEquals(new float[6], out, 0);
        assertEquals(3, gradient[2], 0);
    }

    @Test
    public void dropoutKeepsTheMeanAndDropsItsShare() {
        final var noise = new DropoutNoise();
        noise.set(5, 0);
        final var dropout = new DropoutOperation("node", 0.25, 1000, noise);
        final float[] ones = ones(10_000);
        final float[] out = new float[10_000];

        dropout.forward(ones, out, 10, true, NONE);

        int dropped = 0;
        for (final float value : out) {
            assertEquals(value == 0 ? 0 : 1 / 0.75f, value, 0);
            dropped += value == 0 ? 1 : 0;
        }
        assertEquals(2500, dropped, 150);
        final float[] gradient = new float[10_000];
        dropout.backward(ones, ones, gradient, 10, NONE, NONE);
        assertArrayEquals(out, gradient, 0);
    }

    @Test
    public void dropoutDoesNothingWhenApplied() {
        final float[] out = new float[20];

        new DropoutOperation("node", 0.9, 10, new DropoutNoise()).forward(ones(20), out, 2, false, NONE);

        assertArrayEquals(ones(20), out, 0);
    }

    @Test
    public void masksFollowFromBatchNodeAndImageOnly() {
        final float[] whole = masks("node", 7, 0, 4);

        assertArrayEquals(Arrays.copyOfRange(whole, 200, 400), masks("node", 7, 2, 2), 0);
        assertFalse(Arrays.equals(whole, masks("node", 8, 0, 4)));
        assertFalse(Arrays.equals(whole, masks("other", 7, 0, 4)));
        assertFalse(Arrays.equals(Arrays.copyOf(whole, 100), Arrays.copyOfRange(whole, 100, 200)));
    }

    private static float[] masks(final String node, final long seed, final int first, final int images) {
        final var noise = new DropoutNoise();
        noise.set(seed, first);
        final float[] out = new float[100 * images];
        new DropoutOperation(node, 0.5, 100, noise).forward(ones(100 * images), out, images, true, NONE);
        return out;
    }

    private static float[] ones(final int length) {
        final float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static PyramidOperation pyramid(final ImageShape input, final Integer... levels) {
        return new PyramidOperation(new SpatialPyramidPooling(List.of(levels)), input);
    }
}
