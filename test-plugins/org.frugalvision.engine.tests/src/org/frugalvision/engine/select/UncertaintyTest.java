// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkHistory;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Methods that look at what a network thinks, by the numbers of their specifications. */
public final class UncertaintyTest {

    private static final double[][] DEEP_CORE =
        {{0.7, 0.2, 0.1}, {0.4, 0.35, 0.25}, {0.5, 0.49, 0.01}, {0.34, 0.33, 0.33}};

    private static final double[][] DISTIL =
        {{0.7, 0.2, 0.1}, {0.4, 0.35, 0.25}, {0.34, 0.33, 0.33}, {0.9, 0.05, 0.05}};

    @Test
    public void entropiesByHand() throws CanceledException {
        assertArrayEquals(new double[]{0.801819, 1.080528, 0.742167, 1.098513},
            Arrays.stream(DEEP_CORE).mapToDouble(Surprise::entropy).toArray(), 1e-6);
        assertArrayEquals(new int[]{2, 1, 0, 3}, select(new Entropy(), DISTIL, 4).indices());
        assertEquals(0, Surprise.entropy(new double[]{1, 0}), 0);
    }

    @Test
    public void leastConfidencesByHand() throws CanceledException {
        assertArrayEquals(new double[]{0.66, 0.6, 0.5, 0.3}, select(new LeastConfidence(), DEEP_CORE, 4).scores(),
            1e-12);
        assertArrayEquals(new int[]{2, 1, 0, 3}, select(new LeastConfidence(), DISTIL, 4).indices());
    }

    @Test
    public void divergencesByHand() {
        assertEquals(0.194635, Surprise.divergence(DEEP_CORE[0], DEEP_CORE[1]), 1e-6);
        assertEquals(0.267196, Surprise.divergence(DEEP_CORE[0], DEEP_CORE[2]), 1e-6);
        assertEquals(0.299836, Surprise.divergence(DEEP_CORE[0], DEEP_CORE[3]), 1e-6);
        assertEquals(0, Surprise.divergence(DEEP_CORE[0], DEEP_CORE[0]), 0);
        // 1e-8 instead of 0
        assertEquals(18.420681, Surprise.divergence(new double[]{1, 0}, new double[]{0, 1}), 1e-5);
    }

    /** The undecided image comes first, then the one that diverges most from it. */
    @Test
    public void contextualDiversityTakesWhatDivergesMost() throws CanceledException {
        final Selection selection = select(new ContextualDiversity(), DEEP_CORE, 3);

        assertArrayEquals(new int[]{3, 2, 0}, selection.indices());
        assertEquals(1.098513, selection.scores()[0], 1e-6);
        assertEquals(Surprise.divergence(DEEP_CORE[3], DEEP_CORE[2]), selection.scores()[1], 0);
    }

    /** B's nearest is A, and so on; the one predicted otherwise than its neighbours is D. */
    @Test
    public void neighboursThatDisagreeComeFirst() throws CanceledException {
        assertEquals(0.194635, ContrastiveActiveLearning.score(DEEP_CORE[0], DEEP_CORE, new int[]{1}), 1e-6);
        assertEquals((0.194635 + 0.267196) / 2,
            ContrastiveActiveLearning.score(DEEP_CORE[0], DEEP_CORE, new int[]{1, 2}), 1e-6);
        final float[][] points = new float[24][];
        final double[][] rows = new double[24][];
        for (int i = 0; i < 24; i++) {
            points[i] = new float[]{i < 12 ? i : 1000 + i};
            rows[i] = i < 12 ? new double[]{0.9, 0.1} : new double[]{0.2, 0.8};
        }
        rows[5] = new double[]{0.1, 0.9};
        final Pool pool = PoolFixture.labelled(new int[24]).put(Need.VECTORS, run -> points)
            .put(Need.PROBABILITIES, run -> rows).pool();

        assertEquals(5, select(new ContrastiveActiveLearning(), pool, 1).indices()[0]);
    }

    @Test
    public void neighboursAreTheNearestOthers() {
        final NearestNeighbours neighbours = new NearestNeighbours(PoolFixture.fourPoints(), 2);

        assertArrayEquals(new int[]{1, 2}, neighbours.of(0));
        assertArrayEquals(new int[]{3, 0}, neighbours.of(2));
        assertEquals((1 + 4) / 2.0, neighbours.meanDistance(0, neighbours.of(0)), 1e-6);
    }

    /**
     * W = (1, 0), (0, 1), (-1, 0); (2, 1), (1, 2), (0.5, 0.4), (-1, 0.2) are predicted as 0, 1, 0, 2, and are 0.707107,
     * 0.707107, 0.070711 and 0.565685 from the nearest boundary. One for each class: the third, the fourth, the first.
     */
    @Test
    public void balancedSelectionByHand() throws CanceledException {
        final double[][] embeddings = {{2, 1}, {1, 2}, {0.5, 0.4}, {-1, 0.2}};
        final double[][] weights = {{1, 0}, {0, 1}, {-1, 0}};
        final Boundaries boundaries = Boundaries.of(network(weights));
        final double[][] distances = Arrays.stream(embeddings)
            .map(embedding -> boundaries.distances(softmax(weights, embedding))).toArray(double[][]::new);
        final Pool pool = PoolFixture.labelled(new int[4]).put(Need.BOUNDARIES, run -> distances).pool();

        assertArrayEquals(new double[]{0, 0.707107, 2}, distances[0], 1e-6);
        assertArrayEquals(new double[]{0.707107, 0, 3 / Math.sqrt(2)}, distances[1], 1e-6);
        final Selection selection = select(new BalancedSelection(), pool, 3);

        assertArrayEquals(new int[]{2, 3, 0}, selection.indices());
        assertArrayEquals(new double[]{-0.070711, -0.565685, -2}, selection.scores(), 1e-6);
    }

    @Test
    public void boundariesThatCannotBeReachedAreFar() throws CanceledException {
        final Boundaries boundaries = Boundaries.of(network(new double[][]{{1, 0}, {1, 0}, {0, 1}}));

        final double[] row = boundaries.distances(new double[]{0.6, 0.4, 0});

        assertArrayEquals(new double[]{0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}, row, 0);
        final Pool pool = PoolFixture.labelled(new int[1]).put(Need.BOUNDARIES, run -> new double[][]{row}).pool();
        assertEquals(-Double.MAX_VALUE, select(new BalancedSelection(), pool, 1).scores()[0], 0);
    }

    @Test
    public void networksWithoutALastDenseLayerHaveNoBoundaries() {
        final NetworkSpec spec = new NetworkSpec(new ImageShape(1, 4, 4), List.of(
            new Node("classes", new Convolution(3, 1, 1, 0, true, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("mean", new GlobalAveragePooling(), List.of("classes"))));

        assertEquals("Network: it must end with a dense layer, but ends with node \"mean\" (global average pooling).",
            assertThrows(DataException.class,
                () -> Boundaries.of(Network.initialise(spec, Networks.CLASSES, Seeds.of(1)))).getMessage());
    }

    /** Of four undecided and four decided images, facility location sees the undecided ones. */
    @Test
    public void filteredSelectionLooksAtUndecidedImagesOnly() throws CanceledException {
        final int[] labels = new int[12];
        final float[][] vectors = new float[12][];
        final double[][] rows = new double[12][];
        for (int i = 0; i < 12; i++) {
            vectors[i] = new float[]{i % 2, 1 - i % 2};
            rows[i] = i < 7 ? new double[]{1, 0} : new double[]{0.5, 0.5};
        }
        final Pool pool = PoolFixture.labelled(labels).put(Need.VECTORS, run -> vectors)
            .put(Need.PROBABILITIES, run -> rows).pool();

        assertArrayEquals(new int[]{7}, select(new FilteredActiveSubmodular(), pool, 1).indices());
    }

    private static Network network(final double[][] weights) {
        final NetworkSpec spec = new NetworkSpec(new ImageShape(2, 1, 1), List.of(
            new Node("scores", new Dense(3, Activation.IDENTITY), List.of(Node.INPUT))));
        final float[] flat = new float[9];
        for (int k = 0; k < 6; k++) {
            flat[k] = (float)weights[k / 2][k % 2];
        }
        final NetworkHistory history = Network.initialise(spec, Networks.CLASSES, Seeds.of(1)).history();
        return new Network(spec, Networks.CLASSES, flat, history);
    }

    private static double[] softmax(final double[][] weights, final double[] embedding) {
        final double[] scores = Arrays.stream(weights)
            .mapToDouble(row -> Math.exp(row[0] * embedding[0] + row[1] * embedding[1])).toArray();
        final double sum = Arrays.stream(scores).sum();
        return Arrays.stream(scores).map(score -> score / sum).toArray();
    }

    private static Selection select(final SubsetSelector method, final double[][] probabilities, final int budget)
        throws CanceledException {
        return select(method, PoolFixture.labelled(new int[probabilities.length])
            .put(Need.PROBABILITIES, run -> probabilities).pool(), budget);
    }

    private static Selection select(final SubsetSelector method, final Pool pool, final int budget)
        throws CanceledException {
        return method.select(pool, budget, Seeds.of(1).generator(), RunControl.none());
    }
}
