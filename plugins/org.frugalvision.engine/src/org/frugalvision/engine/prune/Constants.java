// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.frugalvision.engine.network.Activated;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Average;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Concatenation;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Multiplication;
import org.frugalvision.engine.network.SpatialPyramidPooling;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;

/**
 * A channel whose weights, or whose factor of normalisation, are zero still gives a constant: what its bias or its
 * summand becomes behind the activation. Followed through the graph, the constants of channels that go are added to the
 * biases of what reads them, or subtracted from the running mean of the normalisation behind it. Exact where these
 * weights or factors are zero and no window sees padding; a gate of pixels, and a reader with neither bias nor
 * normalisation, gets nothing (Liu et al. 2017, arXiv:1708.06519, leave the constants out). Cost: O(weights).
 */
final class Constants {

    private final Graph m_graph;

    private final float[] m_weights;

    private final Map<String, boolean[][]> m_gone;

    /** What each channel of each place gives if nothing enters the network. */
    private final double[][] m_constants;

    /** Works on the weights. */
    Constants(final Graph graph, final float[] weights, final Map<String, boolean[][]> gone) {
        m_graph = graph;
        m_weights = weights;
        m_gone = gone;
        m_constants = new double[graph.last() + 1][];
    }

    void fold() {
        m_constants[0] = new double[m_graph.shape(0).channels()];
        for (int place = 1; place <= m_graph.last(); place++) {
            final Layer layer = m_graph.layer(place);
            if (ChannelGroups.sums(layer)) {
                addTo(place);
            }
            m_constants[place] = activated(constants(place, layer), Activated.of(layer));
        }
    }

    private double[] constants(final int place, final Layer layer) {
        final List<double[]> inputs = m_graph.inputs(place).stream().map(input -> m_constants[input]).toList();
        final int channels = m_graph.shape(place).channels();
        if (ChannelGroups.sums(layer)) {
            return values(place, Role.BIAS, channels);
        }
        if (layer instanceof BatchNormalization) {
            return values(place, Role.SHIFT, channels);
        }
        if (layer instanceof DepthwiseConvolution) {
            final double[] biases = values(place, Role.BIAS, channels);
            return each(channels,
                c -> inputs.get(0)[c] * sum(m_graph.tensors(place).get(0), c, 0, 1) + biases[c]);
        }
        if (layer instanceof Concatenation) {
            return inputs.stream().flatMapToDouble(Arrays::stream).toArray();
        }
        if (layer instanceof Addition || layer instanceof Average) {
            final double share = layer instanceof Average ? 1.0 / inputs.size() : 1;
            return each(channels, c -> share * inputs.stream().mapToDouble(input -> input[c]).sum());
        }
        if (layer instanceof Multiplication) {
            final double[] gate = inputs.get(1);
            return each(channels, c -> gate.length == channels ? inputs.get(0)[c] * gate[c] : 0);
        }
        if (layer instanceof SpatialPyramidPooling) {
            return each(channels, c -> inputs.get(0)[c * inputs.get(0).length / channels]);
        }
        return inputs.get(0).length == channels ? inputs.get(0) : new double[channels];
    }

    private void addTo(final int place) {
        final Tensor weight = m_graph.tensors(place).get(0);
        final boolean[][] gone = m_gone.get(Shrinking.key(weight));
        if (gone == null) {
            return;
        }
        final double[] input = m_constants[m_graph.inputs(place).get(0)];
        final int span = gone[1].length / input.length;
        for (int output = 0; output < gone[0].length; output++) {
            double sum = 0;
            for (int i = 0; i < gone[1].length; i++) {
                sum += gone[1][i] ? input[i / span] * sum(weight, output, i, i + 1) : 0;
            }
            add(place, output, sum);
        }
    }

    private void add(final int place, final int output, final double sum) {
        final List<Integer> readers = m_graph.readers(place);
        if (m_graph.tensors(place).size() > 1) {
            m_weights[m_graph.tensors(place).get(1).offset() + output] += (float)sum;
        } else if (readers.size() == 1 && m_graph.layer(readers.get(0)) instanceof BatchNormalization
            && Activated.of(m_graph.layer(place)) == Activation.IDENTITY) {
            m_weights[tensor(readers.get(0), Role.MEAN).offset() + output] -= (float)sum;
        }
    }

    /** Sum of the weights between an output and some inputs. */
    private double sum(final Tensor weight, final int output, final int from, final int to) {
        final int[] sizes = Shrinking.sizes(weight);
        final int start = weight.offset() + output * sizes[1] * sizes[2];
        return IntStream.range(start + from * sizes[2], start + to * sizes[2]).mapToDouble(i -> m_weights[i]).sum();
    }

    private Tensor tensor(final int place, final Role role) {
        return m_graph.tensors(place).stream().filter(it -> it.shape().role() == role).findAny().orElse(null);
    }

    /** Zeros where there is no such tensor. */
    private double[] values(final int place, final Role role, final int count) {
        final Tensor tensor = tensor(place, role);
        return each(count, i -> tensor == null ? 0 : m_weights[tensor.offset() + i]);
    }

    private static double[] each(final int count, final IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }

    private static double[] activated(final double[] values, final Activation activation) {
        return Arrays.stream(values).map(x -> switch (activation) {
            case IDENTITY, RELU, RELU6 -> Math.min(Math.max(x, activation.least()), activation.most());
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SWISH -> x / (1 + Math.exp(-x));
            case HARD_SWISH -> x * Math.min(Math.max(0, x + 3), 6) / 6;
        }).toArray();
    }
}
