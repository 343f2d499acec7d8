// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Average;
import org.frugalvision.engine.network.AverageAndMaximum;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Concatenation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Multiplication;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.SpatialPyramidPooling;
import org.frugalvision.engine.run.Seeds;

/** Networks put together at random out of all layers, with sums, concatenations and gates of every kind. */
final class RandomGraphs {

    private static final Activation[] ACTIVATIONS = Activation.values();

    private final RandomGenerator m_random;

    private final List<Node> m_nodes = new ArrayList<>();

    private final Map<String, ImageShape> m_shapes = new HashMap<>(Map.of(Node.INPUT, new ImageShape(2, 9, 8)));

    private RandomGraphs(final long seed) {
        m_random = Seeds.of(seed).named("graph").generator();
    }

    static NetworkSpec of(final long seed) {
        return new RandomGraphs(seed).spec();
    }

    private NetworkSpec spec() {
        String last = add(convolution(2 + m_random.nextInt(4), Activation.RELU), Node.INPUT);
        for (int i = 0; i < 6; i++) {
            last = block(last);
        }
        final Layer head = List.of(new GlobalAveragePooling(), new SpatialPyramidPooling(List.of(1, 2)),
            new Dropout(0.5)).get(m_random.nextInt(3));
        last = add(new Dense(5, activation()), add(head, last));
        add(new Dense(3, Activation.IDENTITY), last);
        return new NetworkSpec(m_shapes.get(Node.INPUT), m_nodes);
    }

    private String block(final String last) {
        return switch (m_random.nextInt(11)) {
            case 0 -> add(convolution(1 + m_random.nextInt(5), activation()), last);
            case 1 -> add(new DepthwiseConvolution(3, 1, 1, m_random.nextBoolean(), activation()), last);
            case 2 -> add(new BatchNormalization(activation()), last);
            case 3 -> add(new Pooling(m_random.nextBoolean() ? Pooling.Kind.MAXIMUM : Pooling.Kind.MEAN, 2, 1, 1),
                last);
            case 4 -> add(new Padding(1, 0, 0, 1), last);
            case 5 -> add(new Addition(activation()), last,
                add(convolution(m_shapes.get(last).channels(), activation()), last));
            case 6 -> add(new Concatenation(), last, add(convolution(2, activation()), last), last);
            case 7 -> add(new Average(), add(new BatchNormalization(activation()), last), last);
            case 8 -> add(new Multiplication(), last, channelGate(last));
            case 9 -> pixelGate(add(new BatchNormalization(Activation.RELU), last));
            default -> halves(last);
        };
    }

    private String channelGate(final String last) {
        return add(new GlobalAveragePooling(),
            add(new Convolution(m_shapes.get(last).channels(), 1, 1, 0, true, Activation.SIGMOID),
                add(new AverageAndMaximum(), last)));
    }

    private String pixelGate(final String last) {
        return add(new Multiplication(), last,
            add(new Convolution(1, 3, 1, 1, true, Activation.SIGMOID), add(new ChannelAverageAndMaximum(), last)));
    }

    /** Ties halves of a layer to each other. */
    private String halves(final String last) {
        final String half = add(convolution(2, activation()), last);
        return add(new Addition(activation()), add(convolution(4, activation()), last),
            add(new Concatenation(), half, half));
    }

    private Layer convolution(final int filters, final Activation activation) {
        return new Convolution(filters, 3, 1, 1, m_random.nextBoolean(), activation);
    }

    private Activation activation() {
        return ACTIVATIONS[m_random.nextInt(ACTIVATIONS.length)];
    }

    private String add(final Layer layer, final String... inputs) {
        final String name = "node" + m_nodes.size();
        m_nodes.add(new Node(name, layer, List.of(inputs)));
        final List<ImageShape> shapes = Arrays.stream(inputs).map(m_shapes::get).toList();
        m_shapes.put(name, layer.output(shapes));
        return name;
    }
}
