// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Methods that match gradients, by hand. */
public final class GradientChoiceTest {

    /** Gradients (1, 0), (0, 1) and (1, 1), whose sum is (2, 2): products 2, 2 and 4, by lengths 2, 2 and 2.83. */
    @Test
    public void oneImageMayStandForAll() throws CanceledException {
        final Selection one = SparseApproximation.greedy(gradients(), new double[3], 1, RunControl.none());

        assertArrayEquals(new int[]{2}, one.indices());
        assertArrayEquals(new double[]{2}, one.weights(), 1e-12);
        assertArrayEquals(new double[]{4 / Math.sqrt(2)}, one.scores(), 1e-12);
        // nothing is missing any more
        assertArrayEquals(new double[]{2, 0, 0},
            SparseApproximation.greedy(gradients(), new double[3], 3, RunControl.none()).weights(), 1e-12);
    }

    /** A step of 0.25 from nothing: (1, 1, 2), of which the largest stays. */
    @Test
    public void thresholdingKeepsTheLargest() throws CanceledException {
        final Selection step =
            SparseApproximation.thresholding(gradients(), new double[3], 1, 0.25, 1, RunControl.none());
        final Selection all =
            SparseApproximation.thresholding(gradients(), new double[3], 3, 0.25, 1, RunControl.none());

        assertArrayEquals(new int[]{2}, step.indices());
        assertArrayEquals(new double[]{2}, step.weights(), 1e-12);
        assertArrayEquals(new double[]{2, 1, 1}, all.weights(), 1e-12);
    }

    /** With enough for being unsure, the second comes first. */
    @Test
    public void beingUnsureCounts() throws CanceledException {
        assertArrayEquals(new int[]{1},
            SparseApproximation.greedy(gradients(), new double[]{0, 1, 0}, 1, RunControl.none()).indices());
    }

    private static LastLayerGradients gradients() {
        return new LastLayerGradients(new double[][]{{2}, {2}, {2}}, new int[3], new float[][]{{1, 0}, {0, 1}, {1, 1}},
            false);
    }

    /**
     * Two classes, embeddings of length 1 in two directions. Queries of both; the network is wrong about the first
     * direction by 0.4, about the second by 0.3: so an image of the first comes first, and then, as it is learned, one of
     * the second; without learning it would be the first again.
     */
    @Test
    public void glisterLearnsAsItChooses() throws CanceledException {
        assertArrayEquals(new int[]{0, 2}, glister(2));
        assertArrayEquals(new int[]{0, 1}, glister(0));
    }

    private static int[] glister(final double step) throws CanceledException {
        final Answers query = answers(new int[]{0, 0}, new double[][]{{0.6, 0.4}, {0.7, 0.3}},
            new float[]{1, 0}, new float[]{0, 1});
        final Pool pool = answers(new int[]{0, 0, 0}, new double[][]{{0.5, 0.5}, {0.5, 0.5}, {0.5, 0.5}},
            new float[]{1, 0}, new float[]{1, 0}, new float[]{0, 1}).put(Need.QUERY, query.asOthers()).pool();
        return new Glister(step).select(pool, 2, Seeds.of(1).generator(), RunControl.none()).indices();
    }

    private static Answers answers(final int[] labels, final double[][] probabilities, final float[]... embeddings) {
        return PoolFixture.labelled(labels).put(Need.PROBABILITIES, run -> probabilities).put(Need.EMBEDDINGS,
            run -> embeddings);
    }

    @Test
    public void theFirstGainIsTheProductWithTheMeanGradient() throws CanceledException {
        final Answers query = answers(new int[]{0}, new double[][]{{0.6, 0.4}}, new float[]{1, 2});
        final Pool pool = answers(new int[]{1}, new double[][]{{0.7, 0.3}}, new float[]{3, 1})
            .put(Need.QUERY, query.asOthers()).pool();

        // (-0.4, 0.4) and (0.7, -0.7): -0.56; embeddings 3 + 2, and 1 for the biases
        assertEquals(-0.56 * 6, Glister.DEFAULT.select(pool, 1, Seeds.of(1).generator(), RunControl.none()).scores()[0],
            1e-9);
    }

    @Test
    public void weightsStandForAllImages() throws CanceledException {
        final Pool pool = PoolFixture.everything(new int[4], PoolFixture.fourPoints()).pool();
        for (final var solver : SparseApproximation.Solver.values()) {
            assertEquals(4, Arrays.stream(new SparseApproximation(solver, 1)
                .select(pool, 2, Seeds.of(1).generator(), RunControl.none()).weights()).sum(), 1e-9);
        }
    }

    @Test
    public void refusesSettingsOutOfRange() {
        assertEquals("\"Step (0 = none)\" must be at least 0 and at most 10, but is 11.",
            assertThrows(SettingsException.class, () -> new Glister(11)).getMessage());
        assertEquals("\"Weight of being unsure (0 = none)\" must be at least 0 and at most 100, but is -1.",
            assertThrows(SettingsException.class,
                () -> new SparseApproximation(SparseApproximation.Solver.GREEDY, -1)).getMessage());
    }
}
