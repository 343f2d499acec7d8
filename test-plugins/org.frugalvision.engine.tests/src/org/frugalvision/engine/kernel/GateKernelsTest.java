// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Average;
import org.frugalvision.engine.network.AverageAndMaximum;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Concatenation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.Multiplication;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every library computes layers of several inputs, and those that gates are made of, as plain loops do. */
@RunWith(Parameterized.class)
public final class GateKernelsTest {

    private static final Layer SCORES = new Dense(3, Activation.IDENTITY);

    private static final Node CONV = node("conv", convolution(4, Activation.RELU), Node.INPUT);

    private static final Node LAST = node("scores", SCORES, "end");

    @Parameter
    public Kernel m_kernel;

    @Parameter(1)
    public List<Node> m_nodes;

    @Parameters(name = "{0} {1}")
    public static List<Object[]> networks() {
        final List<Object[]> all = new ArrayList<>();
        for (final Kernel kernel : KernelCheck.kernels()) {
            graphs().forEach(nodes -> all.add(new Object[]{kernel, nodes}));
        }
        return all;
    }

    private static List<List<Node>> graphs() {
        return List.of( //
            List.of(CONV, node("end", new Concatenation(), Node.INPUT, "conv", "conv"), LAST),
            List.of(CONV, node("norm", new BatchNormalization(1e-3, Activation.RELU), "conv"),
                node("end", new Concatenation(), "norm", "conv"), LAST),
            List.of(CONV, node("other", convolution(4, Activation.SIGMOID), Node.INPUT),
                node("end", new Multiplication(), "conv", "other"), LAST),
            List.of(CONV, node("end", new Multiplication(), "conv", "conv"), LAST),
            List.of(CONV, node("mean", new GlobalAveragePooling(), "conv"),
                node("gate", convolution(4, Activation.SIGMOID, 1), "mean"),
                node("end", new Multiplication(), "conv", "gate"), LAST),
            List.of(CONV, node("gate", convolution(1, Activation.SIGMOID), "conv"),
                node("end", new Multiplication(), "conv", "gate"), LAST),
            List.of(CONV, node("both", new AverageAndMaximum(), "conv"), node("end", convolution(3, Activation.RELU, 1),
                "both"), LAST),
            List.of(CONV, node("end", new ChannelAverageAndMaximum(), "conv"), LAST),
            List.of(CONV, node("a", SCORES, "conv"), node("b", SCORES, Node.INPUT), node("c", SCORES, "conv"),
                node("mean", new Average(), "a", "b", "c")),
            List.of(CONV, node("classes", convolution(3, Activation.IDENTITY), "conv"),
                node("mean", new GlobalAveragePooling(), "classes")));
    }

    @Test
    public void outputsAreThoseOfPlainLoops() throws CanceledException {
        check(11).outputsAgree(false, 1e-4);
        check(11).outputsAgree(true, 1e-4);
        check(1).outputsAgree(false, 1e-4);
    }

    @Test
    public void gradientsAreThoseOfPlainLoops() throws CanceledException {
        check(3).gradientsAgree(true, 1);
        check(3).gradientsAgree(false, 3);
    }

    @Test
    public void partsOfTheGradientAreThoseOfTheWhole() throws CanceledException {
        check(9).partsOfTheGradientAgree();
    }

    /** As many pixels as channels, so that no reading of a gate passes for another one. */
    private KernelCheck check(final int images) {
        return new KernelCheck(m_kernel, new NetworkSpec(new ImageShape(2, 2, 2), m_nodes), images);
    }

    private static Node node(final String name, final Layer layer, final String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }

    private static Layer convolution(final int filters, final Activation activation) {
        return convolution(filters, activation, 3);
    }

    private static Layer convolution(final int filters, final Activation activation, final int kernel) {
        return new Convolution(filters, kernel, 1, kernel / 2, true, activation);
    }
}
