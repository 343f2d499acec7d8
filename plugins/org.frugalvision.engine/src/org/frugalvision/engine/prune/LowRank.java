// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.DataException;

/**
 * Dense layers as products of two smaller ones: of a matrix of m outputs and n inputs the r largest singular values
 * stay, which is the nearest matrix of that rank; r (m + n) weights instead of m n. The first of the two layers is
 * called as before with "-rank" behind it. Cost: O(m n min(m, n)) for each layer.
 */
final class LowRank {

    private final Network m_network;

    private final Map<Integer, SingularValueDecomposition> m_decompositions = new HashMap<>();

    private final List<Integer> m_places = new ArrayList<>();

    /** Takes the dense layers that become smaller at rank 1, at least one. */
    LowRank(final Network network) {
        m_network = network;
        final Graph graph = network.spec().graph();
        final float[] weights = network.weights();
        for (int place = 1; place <= graph.last(); place++) {
            if (graph.layer(place) instanceof Dense && most(graph.tensors(place).get(0)) >= 1) {
                m_places.add(place);
                m_decompositions.put(place,
                    new SingularValueDecomposition(matrix(graph.tensors(place).get(0), weights)));
            }
        }
        if (m_places.isEmpty()) {
            throw new DataException("Network", "no dense layer becomes smaller as a product of two.",
                "Remove channels instead.");
        }
    }

    /** Ranks of all layers, from those that just save something down to 1. */
    Widths widths() {
        return progress -> m_places.stream().map(place -> most(tensor(place)))
            .mapToInt(most -> Math.max(1, (int)Math.rint(most * (1 - progress)))).toArray();
    }

    /** The network with these ranks. */
    Network of(final int[] ranks) {
        final List<Node> nodes = new ArrayList<>();
        final Graph graph = m_network.spec().graph();
        for (int place = 1; place <= graph.last(); place++) {
            final Node node = graph.node(place);
            if (m_places.contains(place)) {
                final String first = node.name() + "-rank";
                nodes.add(new Node(first, new Dense(ranks[m_places.indexOf(place)], Activation.IDENTITY),
                    node.inputs()));
                nodes.add(new Node(node.name(), node.layer(), List.of(first)));
            } else {
                nodes.add(node);
            }
        }
        final NetworkSpec spec = new NetworkSpec(m_network.spec().input(), nodes);
        return new Network(spec, m_network.classes(), weights(spec, ranks), m_network.history());
    }

    private float[] weights(final NetworkSpec spec, final int[] ranks) {
        final float[] before = m_network.weights();
        final float[] after = new float[Math.toIntExact(spec.parameters())];
        int at = 0;
        for (int place = 1; place <= m_network.spec().graph().last(); place++) {
            final List<Tensor> tensors = m_network.spec().graph().tensors(place);
            if (m_places.contains(place)) {
                at = factors(place, ranks[m_places.indexOf(place)], after, at);
                System.arraycopy(before, tensors.get(1).offset(), after, at, tensors.get(1).length());
                at += tensors.get(1).length();
            } else {
                for (final Tensor tensor : tensors) {
                    System.arraycopy(before, tensor.offset(), after, at, tensor.length());
                    at += tensor.length();
                }
            }
        }
        return after;
    }

    /** Root of the singular values x right vectors, biases of 0, then left vectors x roots; returns where it ends. */
    private int factors(final int place, final int rank, final float[] target, final int from) {
        final SingularValueDecomposition it = m_decompositions.get(place);
        final int[] shape = tensor(place).shape().shape();
        int at = from;
        for (int r = 0; r < rank; r++) {
            final double root = Math.sqrt(it.getSingularValues()[r]);
            for (int i = 0; i < shape[1]; i++) {
                target[at++] = (float)(root * it.getV().getEntry(i, r));
            }
        }
        at += rank;
        for (int o = 0; o < shape[0]; o++) {
            for (int r = 0; r < rank; r++) {
                target[at++] = (float)(Math.sqrt(it.getSingularValues()[r]) * it.getU().getEntry(o, r));
            }
        }
        return at;
    }

    private Tensor tensor(final int place) {
        return m_network.spec().graph().tensors(place).get(0);
    }

    /** The largest rank that saves weights, biases of the first layer included. */
    private static int most(final Tensor weight) {
        final int[] shape = weight.shape().shape();
        return (weight.length() - 1) / (shape[0] + shape[1] + 1);
    }

    private static RealMatrix matrix(final Tensor weight, final float[] weights) {
        final int[] shape = weight.shape().shape();
        final double[][] rows = new double[shape[0]][shape[1]];
        for (int i = 0; i < weight.length(); i++) {
            rows[i / shape[1]][i % shape[1]] = weights[weight.offset() + i];
        }
        return new Array2DRowRealMatrix(rows, false);
    }
}
