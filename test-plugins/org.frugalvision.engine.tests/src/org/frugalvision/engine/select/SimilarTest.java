// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Information that images tell about others, by the numbers of the specification: V has three images, Q two. */
public final class SimilarTest {

    private static final double[][] POOL = {{1, 0.5, 0.2}, {0.5, 1, 0.4}, {0.2, 0.4, 1}};

    private static final CrossSimilarity QUERY = cross(new double[][]{{0.9, 0.1}, {0.6, 0.3}, {0.2, 0.8}});

    private static final CrossSimilarity PRIVATE = cross(new double[][]{{0.1}, {0.5}, {0.3}});

    private static final Similarity AMONG = PoolFixture.similarity(new double[][]{{1, 0.3}, {0.3, 1}});

    @Test
    public void informationOfTheFirstAndTheThird() {
        assertEquals(3.4, worth(objective(MutualInformation.Function.FLQMI, x -> x)), 1e-12);
        assertEquals(2.2, worth(objective(MutualInformation.Function.FLVMI, x -> x)), 1e-12);
        assertEquals(2.770086, worth(objective(MutualInformation.Function.COM, Math::log1p)), 1e-6);
        assertEquals(3.997492, worth(objective(MutualInformation.Function.COM, Math::sqrt)), 1e-6);
        assertEquals(1.3, worth(ConditionalMutualInformation.DEFAULT.objective(pool(), QUERY, PRIVATE)), 1e-12);
        assertEquals(1.6, worth(ConditionalGain.cover(pool(), PRIVATE, GreedyCover.uncapped(3), 1)), 1e-12);
    }

    /** 2 x (0.9 + 0.1 + 0.2 + 0.8). */
    @Test
    public void graphCutInformation() throws CanceledException {
        final Selection selection = new MutualInformation(MutualInformation.Function.GCMI, 1).choose(pool(), QUERY,
            AMONG, 0, 3, RunControl.none());

        assertEquals(4, selection.scores()[0] + selection.scores()[1] + selection.scores()[2] - 2 * 0.9, 1e-12);
        assertArrayEquals(new int[]{0, 2, 1}, new MutualInformation(MutualInformation.Function.GCMI, 1)
            .choose(pool(), cross(new double[][]{{0.9}, {0.2}, {0.5}}), AMONG, 0, 3, RunControl.none()).indices());
    }

    /** A similarity of 1 on the diagonal, and one raised by 1. */
    @Test
    public void logDeterminantInformation() throws CanceledException {
        assertEquals(3.412247, logDeterminant(0), 1e-4);
        assertEquals(0.398668, logDeterminant(1), 1e-6);
    }

    private static double logDeterminant(final double ridge) throws CanceledException {
        final Explained left = new Explained(pool(), ridge);
        final Explained told = new Explained(pool(), ridge);
        told.condition(QUERY, AMONG, new double[]{1, 1}, RunControl.none());
        double sum = 0;
        for (final int image : new int[]{0, 2}) {
            sum += Math.log(left.variances()[image]) - Math.log(told.variances()[image]);
            left.take(image);
            told.take(image);
        }
        return sum;
    }

    /** ln det of {{0.99, 0.17}, {0.17, 0.91}}: what the private image, 0.1 and 0.3 like them, leaves. */
    @Test
    public void logDeterminantGain() throws CanceledException {
        final Selection selection = new ConditionalGain(ConditionalGain.Function.LOG_DET_CG, 1).choose(
            PoolFixture.similarity(new double[][]{{1, 0.2}, {0.2, 1}}), cross(new double[][]{{0.1}, {0.3}}),
            PoolFixture.similarity(new double[][]{{1}}), 0, 2, RunControl.none());

        assertEquals(Math.log(0.99 * 0.91 - 0.17 * 0.17), Arrays.stream(selection.scores()).sum(), 1e-5);
    }

    /** Sums 1.7, 1.9, 1.6 less 2 x (0.1, 0.5, 0.3): 1.5, 0.9, 1; then 1 - 0.4 and 0.9 - 1. */
    @Test
    public void graphCutGain() throws CanceledException {
        final Selection selection = new ConditionalGain(ConditionalGain.Function.GCCG, 1).choose(pool(), PRIVATE,
            AMONG, 0, 3, RunControl.none());

        assertArrayEquals(new int[]{0, 2, 1}, selection.indices());
        assertArrayEquals(new double[]{1.5, 0.6, -0.9}, selection.scores(), 1e-12);
    }

    /** The query lies at 0 degrees, the private image at 90; the pool at 10, 80 and 45. */
    @Test
    public void whatIsLikeTheQueryComesFirst() throws CanceledException {
        final float[][] pool = {at(45), at(80), at(10)};
        for (final var function : MutualInformation.Function.values()) {
            assertEquals(function.name(), 2, first(new MutualInformation(function, 1), pool));
        }
        for (final var function : ConditionalMutualInformation.Function.values()) {
            assertEquals(function.name(), 2, first(new ConditionalMutualInformation(function, 1, 1), pool));
        }
        assertEquals(2, first(new ConditionalGain(ConditionalGain.Function.LOG_DET_CG, 1), pool));
    }

    @Test
    public void lazyGreedyIsGreedy() throws CanceledException {
        for (int seed = 1; seed <= 10; seed++) {
            final RandomGenerator random = Seeds.of(seed).generator();
            final double[][] columns = new double[40][40];
            for (int i = 0; i < 40; i++) {
                for (int j = 0; j <= i; j++) {
                    // few values, so that there are ties
                    columns[i][j] = random.nextInt(8) / 8.0;
                    columns[j][i] = columns[i][j];
                }
            }
            final Similarity pool = PoolFixture.similarity(columns);
            final CrossSimilarity query = random(random, 5);
            final CrossSimilarity others = random(random, 4);
            for (final Supplier<Objective> objective : List.<Supplier<Objective>>of(() -> new GreedyCover(pool),
                () -> new MutualInformation(MutualInformation.Function.FLQMI, 0.5).objective(pool, query, x -> x),
                () -> new MutualInformation(MutualInformation.Function.FLVMI, 0.5).objective(pool, query, x -> x),
                () -> new MutualInformation(MutualInformation.Function.COM, 1).objective(pool, query, Math::log1p),
                () -> ConditionalGain.cover(pool, others, GreedyCover.uncapped(40), 0.5),
                () -> new ConditionalMutualInformation(ConditionalMutualInformation.Function.FLCMI, 1, 0.5)
                    .objective(pool, query, others))) {
                assertArrayEquals("seed " + seed, naive(objective.get(), 15),
                    LazyGreedy.choose(objective.get(), 15, RunControl.none()).indices());
            }
        }
    }

    private static int[] naive(final Objective objective, final int budget) {
        final boolean[] taken = new boolean[objective.size()];
        final int[] indices = new int[budget];
        final double[] gains = new double[taken.length];
        for (int k = 0; k < budget; k++) {
            Arrays.setAll(gains, objective::gain);
            indices[k] = Highest.of(gains, taken);
            taken[indices[k]] = true;
            objective.take(indices[k]);
        }
        return indices;
    }

    @Test
    public void refusesAnEmptyQuery() {
        final Pool pool = PoolFixture.everything(new int[1], at(0))
            .put(Need.QUERY, PoolFixture.others("Query", 0, new int[0])).pool();
        final var complaint = assertThrows(DataException.class,
            () -> Selectors.create(Choice.of("similar-mutual-information")).select(pool, 1,
                Seeds.of(1).generator(), RunControl.none()));

        assertEquals("Query: there are no images, but method \"SIMILAR: like the query (FLQMI, FLVMI, GCMI, COM, "
            + "LogDetMI)\" needs some.", complaint.getMessage());
        assertEquals(List.of("Connect a table with rows to the port \"Query\".",
            "Choose a method that does without it, such as \"k-center greedy\"."), complaint.fixes());
    }

    @Test
    public void refusesFactorsOutOfRange() {
        assertEquals("\"Weight of the query (eta)\" must be at least 0.01 and at most 100, but is 0.",
            assertThrows(SettingsException.class,
                () -> new MutualInformation(MutualInformation.Function.FLQMI, 0)).getMessage());
        assertEquals("\"Weight of the private images (nu)\" must be at least 0.01 and at most 100, but is 101.",
            assertThrows(SettingsException.class,
                () -> new ConditionalGain(ConditionalGain.Function.FLCG, 101)).getMessage());
    }

    /** From the middle (1) of three directions: the farthest, then by sums. */
    @Test
    public void disparityTakesWhatIsLeastAlike() throws CanceledException {
        final float[][] pool = {at(0), at(90), at(20), at(60)};

        assertArrayEquals(new int[]{1, 0, 2, 3}, choose(new Disparity(Disparity.Distances.SUM), pool, 4).indices());
        assertArrayEquals(new int[]{1, 0, 3, 2}, choose(new Disparity(Disparity.Distances.LEAST), pool, 4).indices());
        assertEquals(0.5, choose(Disparity.DEFAULT, pool, 2).scores()[1], 1e-6);
    }

    private static int first(final SubsetSelector method, final float[][] pool) throws CanceledException {
        return choose(method, pool, 1).indices()[0];
    }

    private static Selection choose(final SubsetSelector method, final float[][] vectors, final int budget)
        throws CanceledException {
        final Pool pool = PoolFixture.everything(new int[vectors.length], vectors)
            .put(Need.QUERY, PoolFixture.others("Query", 1, new int[1], at(0)))
            .put(Need.PRIVATE, PoolFixture.others("Private", 1, new int[1], at(90))).pool();
        return method.select(pool, budget, Seeds.of(1).generator(), RunControl.none());
    }

    private static float[] at(final double degrees) {
        return new float[]{(float)Math.cos(Math.toRadians(degrees)), (float)Math.sin(Math.toRadians(degrees))};
    }

    private static Objective objective(final MutualInformation.Function function,
        final DoubleUnaryOperator concave) {
        return new MutualInformation(function, 1).objective(pool(), QUERY, concave);
    }

    private static double worth(final Objective objective) {
        double sum = 0;
        for (final int image : new int[]{0, 2}) {
            sum += objective.gain(image);
            objective.take(image);
        }
        return sum;
    }

    private static Similarity pool() {
        return PoolFixture.similarity(POOL);
    }

    private static CrossSimilarity random(final RandomGenerator random, final int others) {
        final double[][] rows = new double[40][others];
        for (final double[] row : rows) {
            Arrays.setAll(row, j -> random.nextInt(8) / 8.0);
        }
        return cross(rows);
    }

    private static CrossSimilarity cross(final double[][] rows) {
        return new CrossSimilarity() {

            @Override
            public int images() {
                return rows.length;
            }

            @Override
            public int others() {
                return rows[0].length;
            }

            @Override
            public double of(final int image, final int other) {
                return rows[image][other];
            }
        };
    }
}
