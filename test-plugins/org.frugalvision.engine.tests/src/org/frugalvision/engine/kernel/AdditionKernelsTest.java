// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;

/**
 * The summands of an addition have one gradient in one place: what one of them makes of it must not reach the others.
 * Activations are smooth, so that slopes are good.
 */
public class AdditionKernelsTest {

    private static final ImageShape SHAPE = new ImageShape(2, 5, 5);

    private static final int CHANNELS = 5;

    @Test
    public void bothSummandsCutTheirs() throws CanceledException {
        check(conv("a", Activation.SIGMOID, Node.INPUT), conv("b", Activation.SIGMOID, Node.INPUT),
            add("sum", Activation.IDENTITY, "a", "b"));
    }

    @Test
    public void twoNormalisationsTakeIt() throws CanceledException {
        check(conv("a", Activation.IDENTITY, Node.INPUT), normalise("b", Activation.SIGMOID, "a"),
            conv("c", Activation.IDENTITY, Node.INPUT), normalise("d", Activation.IDENTITY, "c"),
            add("sum", Activation.SIGMOID, "b", "d"));
    }

    @Test
    public void theMapBeforeABlockGetsItToo() throws CanceledException {
        check(conv("a", Activation.SIGMOID, Node.INPUT), conv("b", Activation.IDENTITY, "a"),
            normalise("c", Activation.SWISH, "b"), conv("d", Activation.IDENTITY, "c"),
            normalise("e", Activation.IDENTITY, "d"), add("sum", Activation.SIGMOID, "e", "a"));
    }

    @Test
    public void theMapBeforeABlockIsASum() throws CanceledException {
        check(conv("a", Activation.IDENTITY, Node.INPUT), conv("b", Activation.SIGMOID, Node.INPUT),
            add("sum", Activation.SIGMOID, "a", "b"), conv("c", Activation.IDENTITY, "sum"),
            add("sum2", Activation.SIGMOID, "sum", "c"), conv("d", Activation.SIGMOID, "sum2"),
            add("sum3", Activation.IDENTITY, "d", "sum2"));
    }

    @Test
    public void aSumIsASummand() throws CanceledException {
        check(conv("a", Activation.SIGMOID, Node.INPUT), conv("b", Activation.SIGMOID, "a"),
            add("sum", Activation.IDENTITY, "a", "b"), add("sum2", Activation.IDENTITY, "sum", "a"),
            add("sum3", Activation.IDENTITY, "b", "sum2"));
    }

    @Test
    public void aMapIsAddedToItself() throws CanceledException {
        check(conv("a", Activation.SIGMOID, Node.INPUT), add("sum", Activation.SIGMOID, "a", "a"),
            add("sum2", Activation.IDENTITY, "sum", "a", "sum"));
    }

    @Test
    public void theImageIsASummand() throws CanceledException {
        check(new Node("a", new Convolution(2, 3, 1, 1, true, Activation.SIGMOID), List.of(Node.INPUT)),
            add("sum", Activation.SIGMOID, Node.INPUT, "a"), add("sum2", Activation.IDENTITY, "sum", Node.INPUT));
    }

    /** The last of the nodes is the sum that goes on to the scores. */
    private static void check(final Node... nodes) throws CanceledException {
        final List<Node> all = IntStream.rangeClosed(0, nodes.length)
            .mapToObj(i -> i < nodes.length ? nodes[i]
                : new Node("scores", new Dense(2, Activation.IDENTITY), List.of(nodes[nodes.length - 1].name())))
            .toList();
        for (final Kernel kernel : KernelCheck.kernels()) {
            new KernelCheck(kernel, new NetworkSpec(SHAPE, all), 3).gradientsAgree(true, 67);
            new KernelCheck(kernel, new NetworkSpec(SHAPE, all), 3).gradientsAgree(false, 101);
        }
    }

    private static Node conv(final String name, final Activation activation, final String input) {
        return node(name, new Convolution(CHANNELS, 3, 1, 1, true, activation), input);
    }

    private static Node normalise(final String name, final Activation activation, final String input) {
        return node(name, new BatchNormalization(activation), input);
    }

    private static Node add(final String name, final Activation activation, final String... inputs) {
        return node(name, new Addition(activation), inputs);
    }

    private static Node node(final String name, final Layer layer, final String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }
}
