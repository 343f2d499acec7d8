// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.NetworkFormatException;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Padding;
import org.frugalvision.engine.network.Pooling;
import org.junit.Test;

/** Foreign layers that become nodes, whatever program they come from. */
public final class DraftTest {

    private static final ImageShape SHAPE = new ImageShape(1, 7, 6);

    private final Draft m_draft = new Draft(SHAPE);

    @Test
    public void evenBordersStayInTheLayerAndOthersBecomeZeros() throws Exception {
        final NetworkSpec spec = spec(layer("even", "same", "image"), layer("odd", "same2", "even"),
            layer("end", "dense", "odd"));

        assertEquals(List.of(new Convolution(2, 3, 1, 1, true, Activation.RELU), new Padding(1, 0, 1, 1),
            new Convolution(2, 3, 2, 0, true, Activation.RELU), new Dense(3, Activation.IDENTITY)),
            spec.nodes().stream().map(Node::layer).toList());
        assertEquals(List.of("even", "odd-padding", "odd", "end"), spec.nodes().stream().map(Node::name).toList());
    }

    @Test
    public void aMaximumIsPaddedWhereNoValueIsNegative() throws Exception {
        final NetworkSpec spec =
            spec(layer("conv", "same", "image"), layer("pool", "max", "conv"), layer("end", "dense", "pool"));

        assertEquals(new Padding(1, 0, 1, 1), spec.nodes().get(1).layer());
        assertEquals(new Pooling(Pooling.Kind.MAXIMUM, 3, 2, 0), spec.nodes().get(2).layer());
        assertProblem("max \"pool\" (uneven padding of values that may be negative)", layer("conv", "linear", "image"),
            layer("pool", "max", "conv"), layer("end", "dense", "pool"));
    }

    @Test
    public void anActivationJoinsTheLayerBeforeItIfNobodyElseTakesThat() throws Exception {
        assertEquals(new Convolution(2, 3, 1, 0, true, Activation.RELU), spec(layer("conv", "linear", "image"),
            layer("act", "relu", "conv"), layer("end", "dense", "act")).nodes().get(0).layer());
        assertProblem("relu \"act\" (relu of values that another layer takes as well)",
            layer("conv", "linear", "image"), layer("act", "relu", "conv"), layer("end", "dense", "conv"));
        assertProblem("relu \"act\" (relu of the image)", layer("act", "relu", "image"),
            layer("end", "dense", "act"));
        assertProblem("relu \"act\" (relu after maximum pooling 3 x 3, stride 2)", layer("conv", "same", "image"),
            layer("pool", "max", "conv"), layer("act", "relu", "pool"), layer("end", "dense", "act"));
    }

    @Test
    public void nothingStandsBehindTheSoftmax() throws Exception {
        assertProblem("dense \"end\" (stands behind the softmax)", layer("first", "softmax", "image"),
            layer("end", "dense", "first"));
    }

    @Test
    public void endsWithClassesOnly() {
        assertReason("it does not end with a dense layer of at least two classes and softmax",
            layer("conv", "same", "image"));
    }

    @Test
    public void namesAreMadeUnique() throws Exception {
        final NetworkSpec spec = spec(layer("input", "same", "image"), layer(" ", "same", "input"),
            layer("end", "dense", " "));

        assertEquals(List.of("input_", "layer", "end"), spec.nodes().stream().map(Node::name).toList());
    }

    @Test
    public void tellsTheFirstTwentyProblems() {
        final ForeignLayer[] layers = new ForeignLayer[25];
        Arrays.setAll(layers, i -> layer("l" + i, "strange", "image"));

        final String reason = assertThrows(NetworkFormatException.class, () -> spec(layers)).reason();

        assertEquals("strange \"l19\"; and 5 more", reason.substring(reason.indexOf("strange \"l19")));
    }

    private void assertProblem(final String problem, final ForeignLayer... layers) {
        assertReason("it has layers that this version cannot take over: " + problem, layers);
    }

    private static void assertReason(final String reason, final ForeignLayer... layers) {
        assertEquals(reason,
            assertThrows(reason, NetworkFormatException.class, () -> new DraftTest().spec(layers)).reason());
    }

    private NetworkSpec spec(final ForeignLayer... layers) throws NetworkFormatException {
        m_draft.translate("image", Value.of(Node.INPUT), List.of(layers), this::translate);
        return m_draft.finish(layers[layers.length - 1].name());
    }

    private Value translate(final ForeignLayer layer) throws UnsupportedLayerException {
        final Value input = m_draft.single(layer);
        return switch (layer.type()) {
            case "same" -> convolution(layer, input, 1, true, Activation.RELU);
            case "same2" -> convolution(layer, input, 2, true, Activation.RELU);
            case "linear" -> convolution(layer, input, 1, false, Activation.IDENTITY);
            case "max" -> Windows.pooling(m_draft, layer.name(), input, new Sliding(3, 2, true, 0, 0),
                Pooling.Kind.MAXIMUM, false);
            case "relu" -> m_draft.activated(input, Activation.RELU);
            case "softmax" -> input.ended();
            case "dense" -> m_draft.node(layer.name(), new Dense(3, Activation.IDENTITY), WeightSource.NONE, input);
            default -> throw new UnsupportedLayerException("");
        };
    }

    private Value convolution(final ForeignLayer layer, final Value input, final int stride, final boolean same,
        final Activation activation) {
        return Windows.convolution(m_draft, layer.name(), input, new Sliding(3, stride, same, 0, 0),
            padding -> new Convolution(2, 3, stride, padding, true, activation), WeightSource.NONE);
    }

    private static ForeignLayer layer(final String name, final String type, final String input) {
        return new ForeignLayer(name, type, new JsonObject(Map.of()), List.of(input), 0);
    }
}
