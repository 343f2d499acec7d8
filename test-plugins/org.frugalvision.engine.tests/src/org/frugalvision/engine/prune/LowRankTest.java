// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.DataException;
import org.junit.Test;

/** Dense layers as products. */
public final class LowRankTest {

    /** Rows that are multiples of each other have rank 1: nothing is lost. */
    @Test
    public void aMatrixOfRankOneIsAProductOfTwoVectors() {
        final float[] weights = new float[6 * 5 + 5 + 2 * 5 + 2];
        for (int i = 0; i < 30; i++) {
            weights[i] = (i / 6 + 1) * (i % 6 - 2.5f);
        }
        for (int i = 30; i < weights.length; i++) {
            weights[i] = i % 3;
        }
        for (int i = 35; i < 40; i++) {
            weights[i + 5] = 2 * weights[i];
        }
        final Network network = network(weights, node("hidden", dense(5), Node.INPUT),
            node("scores", new Dense(2, Activation.IDENTITY), "hidden"));

        final Network smaller = new LowRank(network).of(new int[]{1, 1});

        assertEquals(List.of("hidden-rank", "hidden", "scores-rank", "scores"),
            smaller.spec().nodes().stream().map(Node::name).toList());
        assertEquals(6 + 1 + 5 + 5 + 5 + 1 + 2 + 2, smaller.spec().parameters());
        ZeroedChannels.assertAgree(ZeroedChannels.scores(network, weights, 1),
            ZeroedChannels.scores(smaller, smaller.weights(), 1), 1e-5);
    }

    @Test
    public void theLargestRankComesNearerThanASmallOne() {
        final Network network = ZeroedChannels.random(new NetworkSpec(new ImageShape(6, 1, 1), List.of(
            node("hidden", dense(5), Node.INPUT), node("scores", new Dense(2, Activation.IDENTITY), "hidden"))), 3,
            false);

        assertArrayEquals(new int[]{2, 1}, new LowRank(network).widths().at(0));
        assertArrayEquals(new int[]{1, 1}, new LowRank(network).widths().at(1));
        assertEquals(true, difference(network, 2) < difference(network, 1));
    }

    @Test
    public void networksWithoutSuchLayersAreRefused() {
        final Network network = ZeroedChannels.random(new NetworkSpec(new ImageShape(1, 1, 1), List.of(
            node("scores", new Convolution(2, 1, 1, 0, true, Activation.IDENTITY), Node.INPUT))), 3, false);

        assertEquals("Network: no dense layer becomes smaller as a product of two.",
            assertThrows(DataException.class, () -> new LowRank(network)).getMessage());
    }

    private static double difference(final Network network, final int rank) {
        final Network smaller = new LowRank(network).of(new int[]{rank, 1});
        final double[][] before = ZeroedChannels.scores(network, network.weights(), 1);
        final double[][] after = ZeroedChannels.scores(smaller, smaller.weights(), 1);
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            for (int k = 0; k < before[i].length; k++) {
                sum += (before[i][k] - after[i][k]) * (before[i][k] - after[i][k]);
            }
        }
        return sum;
    }

    private static Network network(final float[] weights, final Node... nodes) {
        final NetworkSpec spec = new NetworkSpec(new ImageShape(6, 1, 1), List.of(nodes));
        final Network start = ZeroedChannels.random(spec, 1, false);
        return new Network(spec, start.classes(), weights, start.history());
    }

    private static Layer dense(final int units) {
        return new Dense(units, Activation.IDENTITY);
    }

    private static Node node(final String name, final Layer layer, final String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }
}
