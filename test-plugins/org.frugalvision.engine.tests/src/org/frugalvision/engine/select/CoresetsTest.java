// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Selection methods by the numbers of their specifications. */
public final class CoresetsTest {

    private static final double[][] PROBABILITIES =
        {{0.7, 0.2, 0.1}, {0.4, 0.35, 0.25}, {0.5, 0.49, 0.01}, {0.34, 0.33, 0.33}};

    /** From A: D (5), C (3), B (1). */
    @Test
    public void kCenterTakesTheFarthest() throws CanceledException {
        final Selection selection = select(new KCenterGreedy(KCenterGreedy.Start.FIRST), 4);

        assertArrayEquals(new int[]{0, 3, 2, 1}, selection.indices());
        assertArrayEquals(new double[]{5, 3, 1}, Arrays.copyOfRange(selection.scores(), 1, 4), 1e-6);
    }

    /** On a line, from 0: 9, then 5. */
    @Test
    public void kCenterOnALine() throws CanceledException {
        assertArrayEquals(new int[]{0, 3, 2}, new KCenterGreedy(KCenterGreedy.Start.FIRST).select(
            PoolFixture.everything(new int[4], new float[]{0, 0}, new float[]{1, 0}, new float[]{5, 0},
                new float[]{9, 0}).pool(),
            3, Seeds.of(1).generator(), RunControl.none()).indices());
    }

    /** The mean of the four points is (2, 1): B and C are 2 and 2.24 from it. */
    @Test
    public void kCenterMayStartInTheMiddle() throws CanceledException {
        final Selection selection = select(KCenterGreedy.DEFAULT, 1);

        assertEquals(1, selection.indices()[0]);
        assertEquals(2, selection.scores()[0], 1e-6);
    }

    /** Similarities 5 - distance: B (10.405), C (7.123), D (2.472). */
    @Test
    public void graphCutByHand() throws CanceledException {
        final Selection selection =
            GraphCut.DEFAULT.choose(PoolFixture.fourPointsAsSimilarity(), new double[4], 3, RunControl.none());

        assertArrayEquals(new int[]{1, 2, 3}, selection.indices());
        assertArrayEquals(new double[]{10.404758, 7.123106, 2.472136}, selection.scores(), 1e-6);
    }

    /** Gains 10, 10.404758, 8.876894, 7.527864: B; then 5.595242 twice: C; each stands for two. */
    @Test
    public void craigByHand() throws CanceledException {
        final Selection selection = Craig.choose(PoolFixture.fourPointsAsSimilarity(), 2, RunControl.none());

        assertArrayEquals(new int[]{1, 2}, selection.indices());
        assertArrayEquals(new double[]{10.404758, 5.595242}, selection.scores(), 1e-6);
        assertArrayEquals(new double[]{2, 2}, selection.weights(), 0);
    }

    /**
     * Similarities 1, 0.5, 0 / 0.5, 1, 0.6 / 0, 0.6, 1: the first by its index, then the last, of which nothing is
     * explained, then ln(1 - 0.25 - 0.36).
     */
    @Test
    public void logDeterminantTakesWhatIsExplainedLeast() throws CanceledException {
        final Selection selection = LogDeterminant.choose(
            new Explained(PoolFixture.similarity(new double[][]{{1, 0.5, 0}, {0.5, 1, 0.6}, {0, 0.6, 1}}), 0), 3,
            RunControl.none());

        assertArrayEquals(new int[]{0, 2, 1}, selection.indices());
        assertArrayEquals(new double[]{0, 0, Math.log(0.39)}, selection.scores(), 1e-6);
    }

    @Test
    public void logDeterminantGoesOnWhereAllImagesAreTheSame() throws CanceledException {
        final double[][] columns = new double[3][3];
        Arrays.stream(columns).forEach(column -> Arrays.fill(column, 1));

        final Selection selection =
            LogDeterminant.choose(new Explained(PoolFixture.similarity(columns), 0), 3, RunControl.none());

        assertArrayEquals(new int[]{0, 1, 2}, selection.indices());
        assertEquals(Math.log(1e-12), selection.scores()[2], 1e-6);
    }

    @Test
    public void logDeterminantRefusesWhatFitsIntoNoMemory() {
        final Pool pool = PoolFixture.everything(new int[20_000], new float[20_000][2]).pool();

        assertEquals("Input: method \"Log-determinant\" takes at most 100,000,000 images x budget, but these are "
            + "200,000,000.", assertThrows(DataException.class, () -> select(new LogDeterminant(), pool, 10_000))
                .getMessage());
    }

    /** {A, B} and {C, D} around (0, 0.5) and (4, 1.5): A and B are as near, and C and D. Some starts end elsewhere. */
    @Test
    public void kMeansTakesTheNearestOfEachGroup() throws CanceledException {
        int found = 0;
        for (int seed = 1; seed <= 20; seed++) {
            final Selection selection = new KMeansCentres().select(
                PoolFixture.everything(new int[4], PoolFixture.fourPoints()).pool(), 2, Seeds.of(seed).generator(),
                RunControl.none());
            if (Math.abs(selection.scores()[0] + selection.scores()[1] + 2) < 1e-4) {
                assertArrayEquals(new int[]{0, 2}, IntStream.of(selection.indices()).sorted().toArray());
                found++;
            }
        }
        assertTrue(found + " of 20", found >= 10);
    }

    @Test
    public void kMeansTakesDifferentImagesWhereAllAreTheSame() throws CanceledException {
        final Selection selection = select(new KMeansCentres(),
            PoolFixture.everything(new int[5], new float[5][2]).pool(), 4);

        assertArrayEquals(new int[]{0, 1, 2, 3}, selection.indices());
    }

    /** Two heaps, of three and of two points: the middle of the larger first. */
    @Test
    public void typiClustTakesTheDensestPlaces() throws CanceledException {
        final Selection selection = select(new TypiClust(), PoolFixture.everything(new int[5], new float[]{0, 0},
            new float[]{0, 1}, new float[]{0, 2.5f}, new float[]{90, 0}, new float[]{90, 1}).pool(), 2);

        assertArrayEquals(new int[]{1, 3}, selection.indices());
        assertArrayEquals(new double[]{-1.25, -1}, selection.scores(), 1e-5);
    }

    /** The nearest others are 1, 1, 3 and 3 away: two sparse images, C and D, which get three of four choices. */
    @Test
    public void sparsePlacesGetMore() throws CanceledException {
        final double[] densities = DensityAwareCoreSet.densities(PoolFixture.fourPoints(), new int[]{0, 1, 2, 3}, 1,
            RunControl.none());

        assertArrayEquals(new double[]{1, 1, 1 / 3.0, 1 / 3.0}, densities, 1e-6);
        final int[][] groups = DensityAwareCoreSet.groups(densities, 2);
        assertArrayEquals(new int[]{2, 3}, groups[0]);
        assertArrayEquals(new int[]{0, 1}, groups[1]);
        final int[][] large = {IntStream.range(0, 50).toArray(), IntStream.range(50, 100).toArray()};
        final double[] many = IntStream.range(0, 100).mapToDouble(i -> i < 50 ? 1 / 3.0 : 1).toArray();
        assertArrayEquals(new int[]{3, 1}, DensityAwareCoreSet.budgets(many, large, 4));
        // full groups pass on what they cannot take
        assertArrayEquals(new int[]{2, 2}, DensityAwareCoreSet.budgets(densities, groups, 4));
    }

    /** Gradients (1, 0), (0, 1), (1, 1), (-1, 0), whose mean would be (0.25, 0.5). */
    @Test
    public void gradMatchByHand() throws CanceledException {
        final LastLayerGradients gradients = new LastLayerGradients(new double[][]{{2}, {2}, {2}, {2}}, new int[4],
            new float[][]{{1, 0}, {0, 1}, {1, 1}, {-1, 0}}, false);

        final Selection one = GradMatch.choose(gradients, 0, 1, RunControl.none());
        assertArrayEquals(new int[]{2}, one.indices());
        assertArrayEquals(new double[]{0.375}, one.weights(), 1e-9);
        final Selection two = GradMatch.choose(gradients, 0, 2, RunControl.none());
        assertArrayEquals(new int[]{2, 1}, two.indices());
        assertArrayEquals(new double[]{0.25, 0.25}, two.weights(), 1e-9);
        assertArrayEquals(new double[]{0.25}, GradMatch.choose(gradients, 1, 1, RunControl.none()).weights(), 1e-9);
        assertArrayEquals(new double[]{0.2, 0.15}, GradMatch.choose(gradients, 1, 2, RunControl.none()).weights(),
            1e-9);
    }

    @Test
    public void lazyGreedyIsGreedy() throws CanceledException {
        for (int seed = 1; seed <= 20; seed++) {
            final var random = Seeds.of(seed).generator();
            final double[][] columns = new double[40][40];
            for (int i = 0; i < 40; i++) {
                for (int j = 0; j <= i; j++) {
                    // few values, so that there are ties
                    columns[i][j] = random.nextInt(8) / 8.0;
                    columns[j][i] = columns[i][j];
                }
            }

            assertArrayEquals("seed " + seed, naive(columns, 15),
                new GreedyCover(PoolFixture.similarity(columns)).choose(15, RunControl.none()).indices());
        }
    }

    private static int[] naive(final double[][] columns, final int budget) {
        final double[] covered = new double[columns.length];
        final boolean[] taken = new boolean[columns.length];
        return IntStream.range(0, budget).map(k -> {
            final double[] gains = new double[columns.length];
            for (int i = 0; i < columns.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    gains[i] += Math.max(0, columns[i][j] - covered[j]);
                }
            }
            final int best = Highest.of(gains, taken);
            taken[best] = true;
            for (int j = 0; j < columns.length; j++) {
                covered[j] = Math.max(covered[j], columns[best][j]);
            }
            return best;
        }).toArray();
    }

    @Test
    public void cosinesAndTheirBounds() {
        final CosineSimilarity similarity =
            new CosineSimilarity(new float[][]{{2, 0}, {0, 3}, {-1, 0}, {0, 0}, {1, 1}});
        final double[] column = new double[5];
        for (int j = 0; j < 5; j++) {
            similarity.column(j, column);
            final double sum = Arrays.stream(column).sum();
            assertTrue(similarity.bound(j) >= sum && similarity.bound(j) <= sum + 1e-4);
        }
        similarity.column(0, column);

        assertArrayEquals(new double[]{1, 0.5, 0, 0.5, 0.5 + Math.sqrt(0.125)}, column, 1e-6);
    }

    @Test
    public void marginsByHand() throws CanceledException {
        assertArrayEquals(new double[]{0.5, 0.05, 0.01, 0.01},
            Arrays.stream(PROBABILITIES).mapToDouble(Margin::margin).toArray(), 1e-12);
        assertArrayEquals(new int[]{3, 2, 1},
            new Margin().select(pool(new double[][]{PROBABILITIES[0], PROBABILITIES[1], {0.5, 0.46, 0.04},
                PROBABILITIES[3]}), 3, Seeds.of(1).generator(), RunControl.none()).indices());
    }

    /**
     * h = (1, 2), p = (0.7, 0.2, 0.1): norm 0.83666; the others 0.738241, 3.500714 and 1.616663 have labels of theirs.
     */
    @Test
    public void gradientsOfTheLastLayerByHand() {
        final float[][] embeddings = {{1, 2}, {1, 2}};
        final double[][] rows = {PROBABILITIES[0], PROBABILITIES[1]};
        final LastLayerGradients badge = Badge.gradients(rows, embeddings);
        final LastLayerGradients grand = new LastLayerGradients(rows, new int[]{0, 1}, embeddings, true);

        assertEquals(0.83666, badge.norm(0), 1e-5);
        assertEquals(0.916515, grand.norm(0), 1e-6);
        // (-0.3, 0.2, 0.1) and (-0.6, 0.35, 0.25): 0.275 x 5
        assertEquals(0.275 * 5, badge.product(0, 1), 1e-9);
        assertEquals(badge.norm(0) * badge.norm(0) + badge.norm(1) * badge.norm(1) - 2 * 0.275 * 5,
            badge.squareDistance(0, 1), 1e-9);
    }

    /** From A the squares are 0, 1, 16 and 25. */
    @Test
    public void badgeDrawsBySquaredDistance() {
        final int[] counts = new int[4];
        final var random = Seeds.of(1).generator();
        for (int i = 0; i < 42_000; i++) {
            counts[Badge.drawn(new double[]{0, 1, 16, 25}, new boolean[]{true, false, false, false}, random)]++;
        }

        assertEquals(0, counts[0]);
        assertEquals(1000, counts[1], 150);
        assertEquals(16_000, counts[2], 500);
        assertEquals(25_000, counts[3], 500);
    }

    @Test
    public void badgeGoesOnWhereAllIsTheSame() {
        final var random = Seeds.of(1).generator();
        final int[] counts = new int[3];
        for (int i = 0; i < 1000; i++) {
            counts[Badge.drawn(new double[3], new boolean[]{false, true, false}, random)]++;
        }

        assertEquals(0, counts[1]);
        assertEquals(500, counts[0], 80);
    }

    @Test
    public void badgeStartsWithTheLongest() throws CanceledException {
        final Pool pool = PoolFixture.labelled(new int[3])
            .put(Need.PROBABILITIES,
                run -> new double[][]{PROBABILITIES[0], PROBABILITIES[3], PROBABILITIES[1]})
            .put(Need.EMBEDDINGS, run -> new float[][]{{1, 2}, {1, 2}, {1, 2}}).pool();

        assertEquals(1, new Badge().select(pool, 1, Seeds.of(1).generator(), RunControl.none()).indices()[0]);
    }

    @Test
    public void forgottenImagesComeFirst() throws CanceledException {
        final Pool pool = PoolFixture.labelled(new int[4]).put(Need.FORGETTING, run -> new double[]{1, 0, 6, 2})
            .pool();

        assertArrayEquals(new int[]{2, 3},
            new ForgettingEvents().select(pool, 2, Seeds.of(1).generator(), RunControl.none()).indices());
    }

    private static Selection select(final SubsetSelector method, final int budget) throws CanceledException {
        return select(method, PoolFixture.everything(new int[4], PoolFixture.fourPoints()).pool(), budget);
    }

    private static Selection select(final SubsetSelector method, final Pool pool, final int budget)
        throws CanceledException {
        return method.select(pool, budget, Seeds.of(1).generator(), RunControl.none());
    }

    private static Pool pool(final double[][] probabilities) {
        return PoolFixture.labelled(new int[probabilities.length]).put(Need.PROBABILITIES, run -> probabilities)
            .pool();
    }
}
