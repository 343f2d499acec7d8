// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.PatternDropout;
import org.frugalvision.engine.network.PatternDropout.Pattern;
import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Values that are dropped together, in every implementation. */
@RunWith(Parameterized.class)
public final class DropoutMaskTest {

    private static final ImageShape SHAPE = new ImageShape(20, 9, 9);

    private static final int IMAGES = 20;

    private static final int PLANE = 81;

    @Parameters(name = "{0}")
    public static Object[] kernels() {
        return Kernel.values();
    }

    @Parameter
    public Kernel m_kernel;

    /** What comes of ones. */
    private float[] masks(final PatternDropout layer, final Mode mode) throws CanceledException {
        final float[] ones = new float[IMAGES * SHAPE.size()];
        Arrays.fill(ones, 1);
        return forward(layer, mode, SHAPE, ones);
    }

    private float[] forward(final PatternDropout layer, final Mode mode, final ImageShape shape, final float[] values)
        throws CanceledException {
        final NetworkSpec spec = new NetworkSpec(shape, List.of(new Node("drop", layer, List.of(Node.INPUT)),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("drop"))));
        try (Workers workers = Workers.open(2); Replica replica = Kernels.open(spec, workers, m_kernel)) {
            return replica.forward(new Pixels(values, values.length / shape.size(), shape), mode, "drop")[0];
        }
    }

    private static double dropped(final float[] masks) {
        int dropped = 0;
        for (final float mask : masks) {
            dropped += mask == 0 ? 1 : 0;
        }
        return (double)dropped / masks.length;
    }

    @Test
    public void channelsHaveOneFate() throws CanceledException {
        final float[] masks = masks(new PatternDropout(0.25, Pattern.CHANNELS, 1), Mode.training(1));

        for (int i = 0; i < masks.length; i++) {
            assertEquals(masks[i - i % PLANE], masks[i], 0);
            assertTrue(masks[i] == 0 || Math.abs(masks[i] - 1 / 0.75) < 1e-6);
        }
        assertEquals(0.25, dropped(masks), 0.08);
    }

    @Test
    public void imagesHaveOneFate() throws CanceledException {
        final float[] masks = masks(new PatternDropout(0.5, Pattern.IMAGES, 1), Mode.training(3));

        for (int i = 0; i < masks.length; i++) {
            assertEquals(masks[i - i % SHAPE.size()], masks[i], 0);
            assertTrue(masks[i] == 0 || masks[i] == 2);
        }
        assertTrue(dropped(masks) > 0.1 && dropped(masks) < 0.9);
    }

    /** A share of 0.1 in blocks of 3 x 3 on maps of 9 x 9. */
    @Test
    public void blocksComeWithTheProbabilityOfTheSpecification() {
        assertEquals(0.018367, new PatternDropout(0.1, Pattern.BLOCKS, 3).probability(9, 9), 1e-6);
        assertEquals("a map is a block", 0.1, new PatternDropout(0.1, Pattern.BLOCKS, 9).probability(4, 4), 1e-12);
    }

    @Test
    public void blocksAreSquaresAndTheRestIsScaled() throws CanceledException {
        final float[] masks = masks(new PatternDropout(0.1, Pattern.BLOCKS, 3), Mode.training(1));

        assertEquals(0.1, dropped(masks), 0.02);
        for (int i = 0; i < masks.length; i++) {
            assertTrue("in a square of zeros", masks[i] > 0 || inSquare(masks, i));
        }
        float sum = 0;
        for (int i = 0; i < SHAPE.size(); i++) {
            sum += masks[i];
        }
        assertEquals("the sum of an image of ones stays", SHAPE.size(), sum, 0.1);
    }

    private static boolean inSquare(final float[] masks, final int value) {
        final int plane = value - value % PLANE;
        final int row = value % PLANE / 9;
        final int column = value % PLANE % 9;
        for (int top = Math.max(0, row - 2); top <= Math.min(6, row); top++) {
            for (int left = Math.max(0, column - 2); left <= Math.min(6, column); left++) {
                boolean zeros = true;
                for (int k = 0; k < 9; k++) {
                    zeros &= masks[plane + (top + k / 3) * 9 + left + k % 3] == 0;
                }
                if (zeros) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Above three quarters of the largest value of each image; an image without values above 0 keeps all. */
    @Test
    public void theLargestValuesOfEachImageAreDropped() throws CanceledException {
        final float[] values = {1, 0.75f, 0.8f, -1, 8, 6.1f, 6, 0, -1, -2, 0, 0};

        assertArrayEquals(new float[]{0, 0.75f, 0, -1, 0, 0, 6, 0, -1, -2, 0, 0}, forward(
            new PatternDropout(0.25, Pattern.LARGEST, 1), Mode.training(1), new ImageShape(1, 2, 2), values), 0);
    }

    @Test
    public void nothingIsDroppedWhenTheNetworkIsApplied() throws CanceledException {
        for (final Pattern pattern : Pattern.values()) {
            assertEquals(0, dropped(masks(new PatternDropout(0.5, pattern, 3), Mode.EVALUATION)), 0);
        }
    }

    @Test
    public void masksFollowTheNumberOfTheBatch() throws CanceledException {
        for (final Pattern pattern : List.of(Pattern.CHANNELS, Pattern.BLOCKS, Pattern.IMAGES)) {
            final var layer = new PatternDropout(0.5, pattern, 3);

            assertArrayEquals(masks(layer, Mode.training(1)), masks(layer, Mode.training(1)), 0);
            assertTrue(!Arrays.equals(masks(layer, Mode.training(1)), masks(layer, Mode.training(2))));
        }
    }
}
