// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Methods that ask in what a network is not sure, by the numbers of their specifications. */
public final class DoubtTest {

    private static final double[][] APART = {{0.9, 0.1}, {0.1, 0.9}};

    private static final double[][] EQUAL = {{0.9, 0.1}, {0.9, 0.1}};

    @Test
    public void disagreementOfTwoPasses() {
        assertEquals(0.368064, Bald.score(APART), 1e-6);
        assertEquals(0, Bald.score(EQUAL), 1e-12);
        assertEquals(0.4, MeanStandardDeviation.score(APART), 1e-12);
        assertEquals(0, MeanStandardDeviation.score(EQUAL), 1e-12);
        assertEquals(0.5, VariationRatios.score(APART), 0);
        assertEquals(0, VariationRatios.score(EQUAL), 0);
        assertEquals(1 / 3.0, VariationRatios.score(new double[][]{{0.6, 0.4}, {0.2, 0.8}, {0.9, 0.1}}), 1e-12);
    }

    /** Three equal images tell the same; the second of them tells less than one of its own. */
    @Test
    public void batchBaldTakesWhatTellsSomethingElse() throws CanceledException {
        final double[][] first = {{0.9, 0.1}, {0.9, 0.1}, {0.1, 0.9}, {0.1, 0.9}};
        final double[][] other = {{0.85, 0.15}, {0.15, 0.85}, {0.85, 0.15}, {0.15, 0.85}};
        final Pool pool = dropout(first, first, first, other);

        assertArrayEquals(new int[]{0, 3}, select(new BatchBald(10), pool, 2).indices());
        assertArrayEquals(new int[]{0, 1}, select(new Bald(), pool, 2).indices());
        assertArrayEquals(new int[]{0, 1}, select(new BatchBald(1), pool, 2).indices());
        assertEquals(0.368064, select(new BatchBald(10), pool, 1).scores()[0], 1e-6);
    }

    /** The joint entropy of two images, of all four combinations of labels, by hand. */
    @Test
    public void batchBaldIsExactWhereItCanBe() throws CanceledException {
        final Selection selection = select(new BatchBald(10), dropout(APART, APART), 2);
        final double joint = -2 * (0.41 * Math.log(0.41) + 0.09 * Math.log(0.09));
        final double each = -0.9 * Math.log(0.9) - 0.1 * Math.log(0.1);

        assertEquals(joint - 2 * each, selection.scores()[0] + selection.scores()[1], 1e-9);
    }

    /** More combinations than are kept: what is told goes on falling, and stays what it can be. */
    @Test
    public void batchBaldDrawsCombinations() throws CanceledException {
        final double[][][] passes = IntStream.range(0, 12).mapToObj(i -> APART).toArray(double[][][]::new);
        final double[] gains = select(new BatchBald(100), dropout(passes), 12).scores();

        for (int k = 1; k < gains.length; k++) {
            assertTrue(Arrays.toString(gains), gains[k] < gains[k - 1] + 0.01);
        }
        assertEquals(Math.log(2), Arrays.stream(gains).sum(), 0.01);
    }

    /** Squares of distances 0.02, 0.5, 0 and 0.18. */
    @Test
    public void whatChangedMostSinceTheRoundBefore() throws CanceledException {
        final Selection selection = select(new TemporalOutputDiscrepancy(),
            rounds(new double[][]{{0.7, 0.3}, {0.6, 0.4}, {0.9, 0.1}, {0.5, 0.5}},
                new double[][]{{0.6, 0.4}, {0.1, 0.9}, {0.9, 0.1}, {0.8, 0.2}}), 4);

        assertArrayEquals(new int[]{1, 3, 0, 2}, selection.indices());
        assertArrayEquals(new double[]{0.707107, 0.424264, 0.141421, 0}, selection.scores(), 1e-6);
    }

    @Test
    public void roundsOfOtherClassesAreRefused() {
        assertEquals("Input: the round before has probabilities of 3 classes, this one of 2.",
            assertThrows(DataException.class, () -> select(new TemporalOutputDiscrepancy(),
                rounds(new double[][]{{1, 0}}, new double[][]{{1, 0, 0}}), 1)).getMessage());
    }

    /** In two rounds: 1, 4 and 3 (of 1 to 6), then 5, 6 and 2; of the first at a spacing of three: 1. */
    @Test
    public void pretextTasksMakeBatches() throws CanceledException {
        final double[] losses = {0.9, 0.1, 0.5, 0.7, 0.3, 0.2};
        final int[] order = PretextBatches.order(losses);

        assertArrayEquals(new int[]{0, 3, 2}, PretextBatches.batch(order, 2, 0, 1));
        assertArrayEquals(new int[]{4, 5, 1}, PretextBatches.batch(order, 2, 1, 1));
        assertArrayEquals(new int[]{2, 4, 5, 1}, PretextBatches.batch(order, 2, 1, 4));
        assertArrayEquals(new int[]{0, 3, 2, 4}, PretextBatches.batch(order, 2, 0, 4));
        assertArrayEquals(new int[]{0}, select(new PretextStart(2), pretext(losses), 1).indices());
        assertArrayEquals(new int[]{0, 3, 2, 4, 5, 1}, select(new PretextStart(2), pretext(losses), 6).indices());
    }

    /** Of images 4, 5 and 1 the second is the least sure. */
    @Test
    public void laterRoundsTakeTheLeastSureOfTheirBatch() throws CanceledException {
        final Pool pool = PoolFixture.labelled(new int[6])
            .put(Need.PRETEXT_LOSS, run -> new double[]{0.9, 0.1, 0.5, 0.7, 0.3, 0.2})
            .put(Need.PROBABILITIES, run -> new double[][]{{0.5, 0.5}, {0.8, 0.2}, {0.5, 0.5}, {0.5, 0.5}, {0.9, 0.1},
                {0.6, 0.4}}).pool();
        final Selection selection = select(new PretextRound(2, 1), pool, 2);

        assertArrayEquals(new int[]{5, 1}, selection.indices());
        assertArrayEquals(new double[]{0.4, 0.2}, selection.scores(), 1e-12);
    }

    /** Two of four places for sure images, but only one is sure enough. */
    @Test
    public void sureImagesComeWithTheirLabels() throws CanceledException {
        final Pool pool = PoolFixture.labelled(new int[5]).put(Need.PROBABILITIES,
            run -> new double[][]{{0.6, 0.4}, {0, 1}, {0.5, 0.5}, {0.9, 0.1}, {0.7, 0.3}}).pool();
        final Selection selection = select(new CostEffective(0.5, 5e-5), pool, 4);

        assertArrayEquals(new int[]{2, 0, 4, 1}, selection.indices());
        assertArrayEquals(new int[]{-1, -1, -1, 1}, selection.suggestions());
        assertArrayEquals(new int[]{-1, -1, -1, -1}, select(new CostEffective(0, 5e-5), pool, 4).suggestions());
    }

    /** What needs the smallest change comes first, what hardly errs last. */
    @Test
    public void numbersAreRanked() throws CanceledException {
        final double[] numbers = {2, Double.MAX_VALUE, 0.5};
        final Pool pool = PoolFixture.labelled(new int[3]).put(Need.DEEP_FOOL, run -> numbers)
            .put(Need.ITERATIVE, run -> numbers).put(Need.ERROR_NORMS, run -> numbers)
            .put(Need.GRADIENT_NORMS, run -> numbers).pool();

        assertArrayEquals(new int[]{2, 0, 1}, select(new DeepFool(), pool, 3).indices());
        assertArrayEquals(new int[]{2, 0, 1}, select(new BasicIterative(), pool, 3).indices());
        assertArrayEquals(new int[]{1, 0, 2}, select(new ErrorNorm(), pool, 3).indices());
        assertArrayEquals(new int[]{1, 0, 2}, select(new GradientNorm(), pool, 3).indices());
    }

    @Test
    public void frontsArePeeled() {
        final double[] first = {3, 2, 1, 1};
        final double[] second = {1, 2, 3, 1};

        assertArrayEquals(new int[]{0, 1, 2}, ParetoFront.peeled(first, second, 1));
        assertArrayEquals(new int[]{0, 1, 2, 3}, ParetoFront.peeled(first, second, 4));
        assertArrayEquals(new int[]{0, 1}, ParetoFront.of(new double[]{1, 1, 0}, new double[]{1, 1, 1},
            new int[]{0, 1, 2}));
    }

    /** Under a covariance of 4 and 1 a difference of (2, 1) is 1 + 1. */
    @Test
    public void distancesInUnitsOfTheSpread() {
        assertEquals(2, FeatureDensity.square(new float[]{2, 1}, new double[2], new double[][]{{2, 0}, {0, 1}}),
            1e-12);
    }

    /** Images like the labelled ones, about 0 and 10, and foreign ones at 50; all as unsure. */
    @Test
    public void foreignImagesAreLeftOut() throws CanceledException {
        final float[][] vectors = new float[40][];
        for (int i = 0; i < 40; i++) {
            vectors[i] = new float[]{i % 2 == 0 ? 50 + i : i % 4 == 1 ? i * 0.01f : 10 + i * 0.01f, i % 3};
        }
        final float[][] known = {{0, 0}, {0.1f, 1}, {0.2f, 2}, {10, 0}, {10.1f, 1}, {10.2f, 2}};
        final Pool pool = PoolFixture.labelled(new int[40]).put(Need.VECTORS, run -> vectors)
            .put(Need.PROBABILITIES, run -> IntStream.range(0, 40).mapToObj(i -> new double[]{0.5 + i * 1e-4,
                0.5 - i * 1e-4}).toArray(double[][]::new))
            .put(Need.LABELLED, PoolFixture.others("Labelled", 6, new int[]{0, 0, 0, 1, 1, 1}, known)).pool();
        final int[] chosen = select(new ParetoOptimal(), pool, 4).indices();

        assertTrue(Arrays.toString(chosen), IntStream.of(chosen).filter(i -> i % 2 == 0).count() <= 1);
    }

    @Test
    public void setsThatStayAreSettled() {
        final Settling settling = new Settling();
        final List<double[]> points = List.of(new double[]{0.2, 0.8}, new double[]{0.7, 0.3});
        int sets = 1;
        while (!settling.settled(points)) {
            sets++;
        }

        assertEquals(11, sets);
        assertEquals(0, Settling.discrepancy(points, points), 1e-9);
        assertEquals(Math.sqrt(2 - 2 * Math.exp(-1)),
            Settling.discrepancy(List.of(new double[]{0, 0}), List.of(new double[]{1, 0})), 1e-12);
    }

    @Test
    public void refusesSettingsOutOfRange() {
        assertEquals("\"Images judged together\" must be at least 1 and at most 100, but is 0.",
            message(() -> new BatchBald(0)));
        assertEquals("\"Rounds\" must be at least 1 and at most 1,000, but is 0.", message(() -> new PretextStart(0)));
        assertEquals("\"This round\" must be at least 1 and at most 1,000, but is 0.",
            message(() -> new PretextRound(10, 0)));
        assertEquals("\"Share of sure images\" must be at least 0 and at most 0.9, but is 1.",
            message(() -> new CostEffective(1, 0.1)));
        assertEquals("\"Sure below an entropy of (nats)\" must be above 0 and at most 1, but is 0.",
            message(() -> new CostEffective(0.5, 0)));
    }

    private static String message(final ThrowingRunnable call) {
        return assertThrows(SettingsException.class, call).getMessage();
    }

    private static Pool pretext(final double[] losses) {
        return PoolFixture.labelled(new int[losses.length]).put(Need.PRETEXT_LOSS, run -> losses).pool();
    }

    private static Pool rounds(final double[][] now, final double[][] before) {
        return PoolFixture.labelled(new int[now.length]).put(Need.PROBABILITIES, run -> now)
            .put(Need.PREVIOUS_PROBABILITIES, run -> before).pool();
    }

    private static Pool dropout(final double[][]... passes) {
        return PoolFixture.labelled(new int[passes.length]).put(Need.DROPOUT, run -> passes).pool();
    }

    private static Selection select(final SubsetSelector method, final Pool pool, final int budget)
        throws CanceledException {
        return method.select(pool, budget, Seeds.of(1).generator(), RunControl.none());
    }
}
