// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Pooling.Kind;
import org.junit.Test;

/**
 * AlexNet from its configuration alone (Krizhevsky et al. 2012): published are 61 million weights and 724 million
 * multiply-adds (Sze et al. 2017, table II). Its grouped convolutions are two branches that meet at the third layer.
 */
public final class AlexNetTest {

    private final List<Node> m_nodes = new ArrayList<>();

    @Test
    public void countsWhatIsPublished() {
        final List<String> halves = new ArrayList<>();
        for (final String half : List.of("a", "b")) {
            String last = convolution("1" + half, Node.INPUT, 48, 11, 4, 0);
            last = pooling("1" + half, last);
            last = convolution("2" + half, last, 128, 5, 1, 2);
            halves.add(pooling("2" + half, last));
        }
        m_nodes.add(new Node("both", new Concatenation(), List.copyOf(halves)));
        halves.clear();
        for (final String half : List.of("a", "b")) {
            String last = convolution("3" + half, "both", 192, 3, 1, 1);
            last = convolution("4" + half, last, 192, 3, 1, 1);
            last = convolution("5" + half, last, 128, 3, 1, 1);
            halves.add(pooling("5" + half, last));
        }
        m_nodes.add(new Node("all", new Concatenation(), List.copyOf(halves)));
        m_nodes.add(new Node("6", new Dense(4096, Activation.RELU), List.of("all")));
        m_nodes.add(new Node("7", new Dense(4096, Activation.RELU), List.of("6")));
        m_nodes.add(new Node("8", new Dense(1000, Activation.IDENTITY), List.of("7")));
        final NetworkSpec spec = new NetworkSpec(new ImageShape(3, 227, 227), m_nodes);

        assertEquals(61e6, spec.parameters(), 0.01 * 61e6);
        assertEquals(724e6, convolutionsAndDense(spec), 0.01 * 724e6);
    }

    /** The publication does not count pooling. */
    private static long convolutionsAndDense(final NetworkSpec spec) {
        return spec.layers().stream().filter(layer -> layer.parameters() > 0).mapToLong(LayerCost::multiplyAdds).sum();
    }

    private String convolution(final String name, final String input, final int filters, final int kernel,
        final int stride, final int padding) {
        m_nodes.add(new Node("convolution " + name,
            new Convolution(filters, kernel, stride, padding, true, Activation.RELU), List.of(input)));
        return "convolution " + name;
    }

    private String pooling(final String name, final String input) {
        m_nodes.add(new Node("pooling " + name, new Pooling(Kind.MAXIMUM, 3, 2, 0), List.of(input)));
        return "pooling " + name;
    }
}
