// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;

/** Which convolutions add their output to another map themselves, and that the scores stay right. */
public final class ResidualTest {

    private static final ImageShape SHAPE = new ImageShape(3, 6, 6);

    private static final int CHANNELS = 16;

    @Test
    public void aConvolutionAddsItselfToWhatNobodyNeedsAfterwards() throws CanceledException {
        check(List.of(3), conv("a", Activation.RELU, Node.INPUT), conv("b", Activation.RELU, "a"),
            conv("c", Activation.IDENTITY, "b"), add("sum", Activation.RELU, "c", "a"));
    }

    @Test
    public void aDepthwiseConvolutionToo() throws CanceledException {
        check(List.of(3), conv("a", Activation.IDENTITY, Node.INPUT), conv("b", Activation.RELU, "a"),
            new Node("c", new DepthwiseConvolution(3, 1, 1, true, Activation.IDENTITY), List.of("b")),
            add("sum", Activation.RELU6, "a", "c"));
    }

    @Test
    public void aConvolutionOfThatMapDoesNot() throws CanceledException {
        check(List.of(), conv("a", Activation.RELU, Node.INPUT), conv("b", Activation.IDENTITY, "a"),
            add("sum", Activation.RELU, "b", "a"));
    }

    @Test
    public void ofTwoConvolutionsTheLaterOneDoes() throws CanceledException {
        check(List.of(3), conv("a", Activation.RELU, Node.INPUT), conv("b", Activation.IDENTITY, "a"),
            conv("c", Activation.IDENTITY, "a"), add("sum", Activation.RELU, "b", "c"));
    }

    @Test
    public void whatOthersReadLaterIsLeftAlone() throws CanceledException {
        check(List.of(4), conv("a", Activation.RELU, Node.INPUT), conv("b", Activation.IDENTITY, "a"),
            add("sum", Activation.IDENTITY, "a", "b"), conv("c", Activation.IDENTITY, "a"),
            add("sum2", Activation.SWISH, "sum", "c"));
    }

    @Test
    public void theImageIsLeftAlone() throws CanceledException {
        check(List.of(), new Node("a", new Convolution(3, 3, 1, 1, true, Activation.IDENTITY), List.of(Node.INPUT)),
            add("sum", Activation.RELU, Node.INPUT, "a"));
    }

    @Test
    public void aConvolutionWithAnActivationDoesNot() throws CanceledException {
        check(List.of(), conv("a", Activation.RELU, Node.INPUT), conv("b", Activation.RELU, "a"),
            add("sum", Activation.RELU, "a", "b"));
    }

    @Test
    public void aConvolutionThatOthersReadDoesNot() throws CanceledException {
        check(List.of(), conv("a", Activation.RELU, Node.INPUT), conv("b", Activation.IDENTITY, "a"),
            add("sum", Activation.RELU, "a", "b"), add("sum2", Activation.RELU, "sum", "b"));
    }

    @Test
    public void aMapMayBeAddedToItself() throws CanceledException {
        check(List.of(), conv("a", Activation.IDENTITY, Node.INPUT), add("sum", Activation.RELU, "a", "a"));
    }

    @Test
    public void ofThreeSummandsNoneDoes() throws CanceledException {
        check(List.of(), conv("a", Activation.RELU, Node.INPUT), conv("b", Activation.IDENTITY, "a"),
            conv("c", Activation.IDENTITY, "a"), add("sum", Activation.RELU, "a", "b", "c"));
    }

    /** The last of the nodes is the sum that goes on to the scores. */
    private static void check(final List<Integer> residuals, final Node... nodes) throws CanceledException {
        final List<Node> all = IntStream.rangeClosed(0, nodes.length)
            .mapToObj(i -> i < nodes.length ? nodes[i]
                : new Node("scores", new Dense(2, Activation.IDENTITY), List.of(nodes[nodes.length - 1].name())))
            .toList();
        final var spec = new NetworkSpec(SHAPE, all);

        assertEquals(residuals, residuals(spec));
        for (final Kernel kernel : KernelCheck.kernels()) {
            new KernelCheck(kernel, spec, 3).outputsAgree(false, 1e-4);
        }
    }

    private static List<Integer> residuals(final NetworkSpec spec) throws CanceledException {
        final Purpose purpose = Purpose.forward(spec, SHAPE, false, List.of("scores"));
        try (Workers workers = Workers.open(1)) {
            return workers.all(index -> {
                try (StoredWeights weights = new StoredWeights(spec.graph());
                    Plan plan = new Plan(spec.graph(), new Schedule(spec.graph(), purpose), purpose, 2, weights,
                        EightBits.NONE)) {
                    return IntStream.rangeClosed(0, spec.graph().last())
                        .filter(place -> Residual.of(plan, place).isPresent()).boxed().toList();
                }
            }).get(0);
        }
    }

    private static Node conv(final String name, final Activation activation, final String input) {
        return new Node(name, new Convolution(CHANNELS, 3, 1, 1, true, activation), List.of(input));
    }

    private static Node add(final String name, final Activation activation, final String... inputs) {
        return new Node(name, new Addition(activation), List.of(inputs));
    }
}
