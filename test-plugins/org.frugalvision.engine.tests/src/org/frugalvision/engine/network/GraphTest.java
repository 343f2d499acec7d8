// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** Who reads what, and which shape and tensors everything has. */
public final class GraphTest {

    private static final ImageShape INPUT = new ImageShape(2, 6, 5);

    /** input - conv - sum (conv twice) - scores. */
    private static final NetworkSpec SPEC = new NetworkSpec(INPUT, List.of(
        new Node("conv", new Convolution(3, 3, 1, 1, true, Activation.RELU), List.of(Node.INPUT)),
        new Node("sum", new Addition(Activation.IDENTITY), List.of("conv", "conv")),
        new Node("scores", new Dense(2, Activation.IDENTITY), List.of("sum"))));

    private final Graph m_graph = SPEC.graph();

    @Test
    public void numbersNodesFromTheImageOn() {
        assertEquals(0, m_graph.place(Node.INPUT));
        assertEquals(2, m_graph.place("sum"));
        assertEquals(3, m_graph.last());
        assertEquals(Node.INPUT, m_graph.name(0));
        assertEquals("scores", m_graph.name(3));
        assertSame(SPEC.nodes().get(1), m_graph.node(2));
        assertSame(SPEC.nodes().get(1).layer(), m_graph.layer(2));
    }

    @Test
    public void whoReadsTwiceStandsThereTwice() {
        assertEquals(List.of(1), m_graph.readers(0));
        assertEquals(List.of(2, 2), m_graph.readers(1));
        assertEquals(List.of(), m_graph.readers(3));
        assertEquals(List.of(1, 1), m_graph.inputs(2));
        assertEquals(List.of(), m_graph.inputs(0));
    }

    @Test
    public void knowsShapes() {
        assertEquals(INPUT, m_graph.shape(0));
        assertEquals(new ImageShape(3, 6, 5), m_graph.shape(2));
        assertEquals(List.of(new ImageShape(3, 6, 5), new ImageShape(3, 6, 5)), m_graph.inputShapes(2));
        assertEquals(new ImageShape(2, 1, 1), m_graph.shape(3));
    }

    @Test
    public void knowsTensorsByPlaceAndAll() {
        assertEquals(List.of(0, 54), m_graph.tensors(1).stream().map(Tensor::offset).toList());
        assertEquals(List.of(), m_graph.tensors(2));
        assertEquals(List.of(57, 237), m_graph.tensors(3).stream().map(Tensor::offset).toList());
        assertEquals(4, m_graph.tensors().size());
        assertEquals(239, m_graph.parameters());
    }

    @Test
    public void isMadeOnce() {
        assertSame(SPEC.graph(), SPEC.graph());
    }

    @Test
    public void specificationsAreEqualIfInputAndNodesAre() {
        assertEquals(SPEC, new NetworkSpec(INPUT, SPEC.nodes()));
        assertEquals(SPEC.hashCode(), new NetworkSpec(INPUT, SPEC.nodes()).hashCode());
        assertNotEquals(SPEC, new NetworkSpec(INPUT, SPEC.nodes().subList(2, 3).stream()
            .map(node -> new Node(node.name(), node.layer(), List.of(Node.INPUT))).toList()));
    }

    @Test
    public void refusesUnknownNames() {
        assertEquals("The network has no node \"pool\".",
            assertThrows(IllegalArgumentException.class, () -> m_graph.place("pool")).getMessage());
    }
}
