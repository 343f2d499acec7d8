// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** Shapes, parameters and multiply-adds of single layers. */
public final class LayerTest {

    @Test
    public void countsTheConvolutionOfTheTutorial() {
        final Layer layer = new Convolution(32, 3, 1, 1, true, Activation.RELU);
        final var input = List.of(new ImageShape(16, 8, 8));

        assertEquals(new ImageShape(32, 8, 8), layer.output(input));
        assertEquals(294_912, layer.multiplyAdds(input));
        assertEquals(4608, layer.tensors(input).get(0).length());
        assertEquals(32, layer.tensors(input).get(1).length());
    }

    @Test
    public void convolutionWithoutBiasHasOneTensor() {
        final Layer layer = new Convolution(4, 3, 2, 0, false, Activation.RELU);

        assertEquals(1, layer.tensors(List.of(new ImageShape(1, 7, 8))).size());
        assertEquals(new ImageShape(4, 3, 3), layer.output(List.of(new ImageShape(1, 7, 8))));
    }

    @Test
    public void poolingDropsRowsThatFillNoWindow() {
        final Layer layer = new Pooling(Pooling.Kind.MEAN, 2, 2, 0);

        assertEquals(new ImageShape(3, 3, 4), layer.output(List.of(new ImageShape(3, 7, 8))));
        assertEquals(0, layer.multiplyAdds(List.of(new ImageShape(3, 7, 8))));
    }

    @Test
    public void denseReadsAllValues() {
        final Layer layer = new Dense(10, Activation.IDENTITY);

        assertEquals(5000, layer.multiplyAdds(List.of(new ImageShape(5, 10, 10))));
        assertEquals(5000, layer.tensors(List.of(new ImageShape(5, 10, 10))).get(0).length());
    }

    @Test
    public void describesItself() {
        assertEquals("convolution 5 x 5, 20 filters, stride 2, padding 1, relu",
            new Convolution(20, 5, 2, 1, true, Activation.RELU).description());
        assertEquals("maximum pooling 2 x 2, stride 2",
            new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0).description());
        assertEquals("dense, 500 units, relu", new Dense(500, Activation.RELU).description());
    }

    @Test
    public void refusesImpossibleSizes() {
        assertEquals("filters must be at least 1, but is 0", assertThrows(IllegalArgumentException.class,
            () -> new Convolution(0, 3, 1, 0, true, Activation.RELU)).getMessage());
        assertEquals("padding must be smaller than the kernel 3, but is 3", assertThrows(
            IllegalArgumentException.class, () -> new Pooling(Pooling.Kind.MEAN, 3, 1, 3)).getMessage());
        assertEquals("units must be at least 1, but is -1", assertThrows(IllegalArgumentException.class,
            () -> new Dense(-1, Activation.RELU)).getMessage());
        assertEquals("a window of 5 x 5 does not fit into 4 rows or columns", assertThrows(
            IllegalArgumentException.class,
            () -> new Pooling(Pooling.Kind.MEAN, 5, 1, 0).output(List.of(new ImageShape(1, 9, 4)))).getMessage());
    }
}
