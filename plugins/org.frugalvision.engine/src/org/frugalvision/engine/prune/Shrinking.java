// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;

/**
 * Cuts channels off a network, which becomes physically smaller. It computes what the network computed with the maps
 * of these channels set to zero. That holds for means over channels, too: the sums behind them are scaled. Maxima over
 * channels agree where no map is below zero. Cost: O(weights).
 */
public final class Shrinking {

    private final Graph m_graph;

    private final Map<String, boolean[][]> m_gone;

    private Shrinking(final Graph graph, final Removal removal) {
        m_graph = graph;
        m_gone = removal.entries(graph.tensors().stream()
            .collect(Collectors.toMap(Shrinking::key, Shrinking::sizes)));
    }

    /**
     * @param network a network
     * @param removal channels of its groups
     * @param fold whether the constants that these channels still give when they no longer depend on the image are
     *            added to what reads them, see {@link Constants}
     * @return the smaller network; its history is that of the network
     */
    public static Network of(final Network network, final Removal removal, final boolean fold) {
        final Graph graph = network.spec().graph();
        final Shrinking shrinking = new Shrinking(graph, removal);
        final float[] weights = network.weights();
        if (fold) {
            new Constants(graph, weights, shrinking.m_gone).fold();
        }
        final NetworkSpec spec = shrinking.spec(network.spec());
        return new Network(spec, network.classes(), shrinking.weights(weights, spec), network.history());
    }

    static String key(final Tensor tensor) {
        return tensor.node() + " " + tensor.shape().role();
    }

    /** Outputs, inputs, and values for each pair of them. */
    static int[] sizes(final Tensor tensor) {
        final int[] shape = tensor.shape().shape();
        final int inputs = shape.length > 1 ? shape[1] : 1;
        return new int[]{shape[0], inputs, tensor.length() / shape[0] / inputs};
    }

    private NetworkSpec spec(final NetworkSpec spec) {
        return new NetworkSpec(spec.input(), spec.nodes().stream()
            .map(node -> new Node(node.name(), smaller(node), node.inputs())).toList());
    }

    private Layer smaller(final Node node) {
        final boolean[][] gone = m_gone.get(node.name() + " " + Role.WEIGHT);
        if (gone != null && node.layer() instanceof Convolution it) {
            return new Convolution(it.filters() - count(gone[0]), it.kernel(), it.stride(), it.padding(), it.bias(),
                it.activation());
        }
        return gone != null && node.layer() instanceof Dense it
            ? new Dense(it.units() - count(gone[0]), it.activation()) : node.layer();
    }

    private float[] weights(final float[] weights, final NetworkSpec spec) {
        final float[] smaller = new float[Math.toIntExact(spec.parameters())];
        int at = 0;
        for (final Tensor tensor : m_graph.tensors()) {
            final int[] sizes = sizes(tensor);
            final boolean[][] gone =
                m_gone.getOrDefault(key(tensor), new boolean[][]{new boolean[sizes[0]], new boolean[sizes[1]]});
            for (int i = 0; i < sizes[0] * sizes[1]; i++) {
                if (!gone[0][i / sizes[1]] && !gone[1][i % sizes[1]]) {
                    System.arraycopy(weights, tensor.offset() + i * sizes[2], smaller, at, sizes[2]);
                    at += sizes[2];
                }
            }
        }
        for (int place = 1; place <= m_graph.last(); place++) {
            if (m_graph.layer(place) instanceof ChannelAverageAndMaximum) {
                correctMeans(place, spec.graph(), smaller);
            }
        }
        return smaller;
    }

    /** The mean over fewer channels is larger: what is summed behind it is made smaller. */
    private void correctMeans(final int place, final Graph smaller, final float[] weights) {
        final int before = m_graph.shape(m_graph.inputs(place).get(0)).channels();
        final int after = smaller.shape(m_graph.inputs(place).get(0)).channels();
        for (final int reader : before == after ? List.<Integer>of() : distinct(m_graph.readers(place))) {
            final Tensor tensor = smaller.tensors(reader).get(0);
            final int perOutput = tensor.length() / tensor.shape().shape()[0];
            for (int i = 0; i < tensor.length(); i++) {
                if (i % perOutput < perOutput / 2) { // means come first, maxima after them
                    weights[tensor.offset() + i] *= (float)after / before;
                }
            }
        }
    }

    private static List<Integer> distinct(final List<Integer> places) {
        return places.stream().distinct().toList();
    }

    private static int count(final boolean[] flags) {
        int count = 0;
        for (final boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
