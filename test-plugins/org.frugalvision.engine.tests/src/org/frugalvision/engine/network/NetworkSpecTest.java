// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** Graphs as data. */
public final class NetworkSpecTest {

    private static final ImageShape GREY = new ImageShape(1, 28, 28);

    private static final Node SCORES =
        new Node("scores", new Dense(2, Activation.IDENTITY), List.of(Node.INPUT));

    @Test
    public void countsTheWideLeNet() {
        final NetworkSpec spec = Architectures.create("lenet").build(GREY, 10);

        assertEquals(431_080, spec.parameters());
        assertEquals(10, spec.classes());
        assertEquals(List.of(new ImageShape(20, 24, 24), new ImageShape(20, 12, 12), new ImageShape(50, 8, 8),
            new ImageShape(50, 4, 4), new ImageShape(500, 1, 1), new ImageShape(10, 1, 1)),
            spec.layers().stream().map(LayerCost::output).toList());
        assertEquals(20 * 25 * 576 + 50 * 500 * 64 + 800 * 500 + 5000, spec.multiplyAdds());
    }

    @Test
    public void countsLeNet5AsThePaperDoes() {
        final NetworkSpec spec = Architectures.create("lenet5").build(GREY, 10);

        assertEquals(61_706, spec.parameters());
        assertEquals(416_520, spec.multiplyAdds());
        assertEquals(List.of(117_600L, 0L, 240_000L, 0L, 48_000L, 10_080L, 840L),
            spec.layers().stream().map(LayerCost::multiplyAdds).toList());
        assertEquals(List.of(28, 14, 10, 5, 1, 1, 1),
            spec.layers().stream().map(layer -> layer.output().height()).toList());
    }

    @Test
    public void placesTensorsOneAfterTheOther() {
        assertEquals(List.of(0, 24, 27, 135, 139, 151),
            Networks.spec().tensors().stream().map(Tensor::offset).toList());
        assertEquals(154, Networks.spec().parameters());
    }

    @Test
    public void isCutBehindANode() {
        final Split split = Networks.spec().split("pool").orElseThrow();

        assertEquals(new ImageShape(3, 3, 3), split.head().input());
        assertEquals(List.of("dense", "scores"), split.head().nodes().stream().map(Node::name).toList());
        assertEquals(List.of(Node.INPUT), split.head().nodes().get(0).inputs());
        assertEquals(27, split.offset());
        assertEquals(154 - 27, split.head().parameters());
    }

    @Test
    public void isNotCutWhereAShortcutPasses() {
        final NetworkSpec residual = new NetworkSpec(GREY, List.of(
            new Node("first", new Convolution(4, 3, 1, 1, true, Activation.RELU), List.of(Node.INPUT)),
            new Node("second", new Convolution(4, 3, 1, 1, true, Activation.RELU), List.of("first")),
            new Node("sum", new Addition(Activation.RELU), List.of("first", "second")),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("sum"))));

        assertEquals(List.of("first", "sum"), residual.nodes().stream().map(Node::name)
            .filter(node -> residual.split(node).isPresent()).toList());
    }

    @Test
    public void refusesAnUnknownInput() {
        assertRefused("Node \"scores\" is not possible: its input \"conv\" is no earlier node.",
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("conv")));
    }

    @Test
    public void refusesTwoNodesOfOneName() {
        assertRefused("Node \"scores\" is not possible: its name must be unique and not empty.", SCORES,
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("scores")));
    }

    @Test
    public void refusesANodeWhoseOutputNobodyUses() {
        assertRefused("Node \"lost\" is not possible: no later node uses its output.",
            new Node("lost", new Dense(5, Activation.RELU), List.of(Node.INPUT)), SCORES);
    }

    @Test
    public void refusesALayerThatDoesNotFit() {
        assertRefused("Node \"conv\" is not possible: a window of 29 x 29 does not fit into 28 rows or columns.",
            new Node("conv", new Convolution(1, 29, 1, 0, true, Activation.RELU), List.of(Node.INPUT)),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("conv")));
    }

    @Test
    public void refusesTwoInputsWhereOneIsTaken() {
        assertRefused("Node \"scores\" is not possible: it takes one input, but has 2.",
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of(Node.INPUT, Node.INPUT)));
    }

    @Test
    public void refusesAGraphWithoutScores() {
        assertRefused("A network must have at least one node.");
        assertRefused("The last node of a network must give one value for each class, without activation;"
            + " node \"pool\" (mean pooling 2 x 2, stride 2) gives 14 x 14 pixels, 1 channel.",
            new Node("pool", new Pooling(Pooling.Kind.MEAN, 2, 2, 0), List.of(Node.INPUT)));
        assertRefused("The last node of a network must give one value for each class, without activation;"
            + " node \"dense\" (dense, 2 units, relu) gives 1 x 1 pixels, 2 channels.",
            new Node("dense", new Dense(2, Activation.RELU), List.of(Node.INPUT)));
    }

    @Test
    public void scoresMayComeFromAnythingThatGivesOneValueForEachClass() {
        final NetworkSpec convolutional = new NetworkSpec(GREY, List.of(
            new Node("conv", new Convolution(4, 3, 1, 0, true, Activation.RELU), List.of(Node.INPUT)),
            new Node("classes", new Convolution(3, 1, 1, 0, true, Activation.IDENTITY), List.of("conv")),
            new Node("mean", new GlobalAveragePooling(), List.of("classes"))));

        assertEquals(3, convolutional.classes());
        assertEquals(List.of("classes"), convolutional.scoring().stream().map(Node::name).toList());
        assertEquals(List.of("conv"), convolutional.embedding());
        assertEquals(4 * 26 * 26, convolutional.features());
    }

    @Test
    public void averagedScoresHaveSeveralEmbeddings() {
        final NetworkSpec spec = new NetworkSpec(GREY, List.of(SCORES,
            new Node("pool", new GlobalAveragePooling(), List.of(Node.INPUT)),
            new Node("other", new Dense(2, Activation.IDENTITY), List.of("pool")),
            new Node("again", new Dense(2, Activation.IDENTITY), List.of("pool")),
            new Node("mean", new Average(), List.of("scores", "other", "again"))));

        assertEquals(List.of("scores", "other", "again"), spec.scoring().stream().map(Node::name).toList());
        assertEquals(List.of(Node.INPUT, "pool"), spec.embedding());
        assertEquals(785, spec.features());
        assertEquals(2, spec.classes());
    }

    @Test
    public void refusesMoreParametersThanAnArrayHolds() {
        assertRefused("A network must have at most 500,000,000 parameters; node \"dense\" exceeds that.",
            new Node("dense", new Dense(700_000, Activation.RELU), List.of(Node.INPUT)),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("dense")));
    }

    private static void assertRefused(final String message, final Node... nodes) {
        assertEquals(message, assertThrows(IllegalArgumentException.class,
            () -> new NetworkSpec(GREY, List.of(nodes))).getMessage());
    }
}
