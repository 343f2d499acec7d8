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
    public void countsTheDepthwiseConvolutionOfTheTutorial() {
        final Layer layer = new DepthwiseConvolution(3, 1, 1, true, Activation.RELU6);
        final var input = List.of(new ImageShape(16, 8, 8));

        assertEquals(new ImageShape(16, 8, 8), layer.output(input));
        assertEquals(9216, layer.multiplyAdds(input));
        assertEquals(144, layer.tensors(input).get(0).length());
        assertEquals(16, layer.tensors(input).get(1).length());
    }

    @Test
    public void normalisationHasFourValuesPerChannel() {
        final var tensors = new BatchNormalization(Activation.RELU).tensors(List.of(new ImageShape(16, 8, 8)));

        assertEquals(List.of(16L, 16L, 16L, 16L), tensors.stream().map(TensorShape::length).toList());
        assertEquals(List.of(true, true, false, false),
            tensors.stream().map(tensor -> tensor.role().learned()).toList());
    }

    @Test
    public void pyramidOfThePaperHas5376Features() {
        final Layer layer = new SpatialPyramidPooling(List.of(4, 2, 1));

        assertEquals(new ImageShape(5376, 1, 1), layer.output(List.of(new ImageShape(256, 13, 13))));
        assertEquals(new ImageShape(5376, 1, 1), layer.output(List.of(new ImageShape(256, 7, 3))));
    }

    @Test
    public void layersWithoutWeightsCostNothing() {
        final var input = List.of(new ImageShape(2, 4, 6), new ImageShape(2, 4, 6));

        for (final Layer layer : List.of(new GlobalAveragePooling(), new Dropout(0.5),
            new PatternDropout(0.5, PatternDropout.Pattern.CHANNELS, 1), new Padding(1, 0, 2, 0),
            new SpatialPyramidPooling(List.of(2)))) {
            assertEquals(0, layer.multiplyAdds(input.subList(0, 1)));
            assertEquals(List.of(), layer.tensors(input.subList(0, 1)));
        }
        assertEquals(0, new Addition(Activation.RELU).multiplyAdds(input));
        assertEquals(new ImageShape(2, 7, 6), new Padding(1, 0, 2, 0).output(input.subList(0, 1)));
        assertEquals(new ImageShape(2, 1, 1), new GlobalAveragePooling().output(input.subList(0, 1)));
        assertEquals(new ImageShape(2, 4, 6), new Addition(Activation.RELU).output(input));
    }

    @Test
    public void refusesWhatCannotBeAdded() {
        final Layer layer = new Addition(Activation.IDENTITY);

        assertEquals("it takes at least two inputs, but has 1", assertThrows(IllegalArgumentException.class,
            () -> layer.output(List.of(new ImageShape(1, 2, 2)))).getMessage());
        assertEquals("its inputs must have one shape, but have 2 x 2 pixels, 1 channel and 2 x 2 pixels, 3 channels",
            assertThrows(IllegalArgumentException.class, () -> layer.output(List.of(new ImageShape(1, 2, 2),
                new ImageShape(3, 2, 2)))).getMessage());
    }

    @Test
    public void describesItself() {
        assertEquals("convolution 5 x 5, 20 filters, stride 2, padding 1, relu",
            new Convolution(20, 5, 2, 1, true, Activation.RELU).description());
        assertEquals("maximum pooling 2 x 2, stride 2",
            new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0).description());
        assertEquals("depthwise convolution 3 x 3, stride 2, padding 1, relu6",
            new DepthwiseConvolution(3, 2, 1, false, Activation.RELU6).description());
        assertEquals("batch normalization, relu", new BatchNormalization(Activation.RELU).description());
        assertEquals("addition", new Addition(Activation.IDENTITY).description());
        assertEquals("spatial pyramid pooling 2 x 2, 1 x 1",
            new SpatialPyramidPooling(List.of(2, 1)).description());
        assertEquals("padding 1, 2, 3, 4 (top, left, bottom, right)", new Padding(1, 2, 3, 4).description());
        assertEquals("dense, 500 units, relu", new Dense(500, Activation.RELU).description());
    }

    @Test
    public void refusesImpossibleSizes() {
        assertEquals("filters must be at least 1, but is 0", assertThrows(IllegalArgumentException.class,
            () -> new Convolution(0, 3, 1, 0, true, Activation.RELU)).getMessage());
        assertEquals("padding must be smaller than the kernel 3, but is 3", assertThrows(
            IllegalArgumentException.class, () -> new Pooling(Pooling.Kind.MEAN, 3, 1, 3)).getMessage());
        assertEquals("epsilon must be above 0, but is 0.0", assertThrows(IllegalArgumentException.class,
            () -> new BatchNormalization(0, Activation.RELU)).getMessage());
        assertEquals("rate must be above 0 and below 1, but is 1.0", assertThrows(IllegalArgumentException.class,
            () -> new Dropout(1)).getMessage());
        assertEquals("rate must be above 0 and below 1, but is 0.0", assertThrows(IllegalArgumentException.class,
            () -> new PatternDropout(0, PatternDropout.Pattern.IMAGES, 1)).getMessage());
        assertEquals("block must be at least 1, but is 0", assertThrows(IllegalArgumentException.class,
            () -> new PatternDropout(0.5, PatternDropout.Pattern.BLOCKS, 0)).getMessage());
        assertEquals("level must be at least 1, but is 0", assertThrows(IllegalArgumentException.class,
            () -> new SpatialPyramidPooling(List.of(0))).getMessage());
        assertEquals("number of levels must be at least 1, but is 0", assertThrows(IllegalArgumentException.class,
            () -> new SpatialPyramidPooling(List.of())).getMessage());
        assertEquals("left must be at least 0, but is -1", assertThrows(IllegalArgumentException.class,
            () -> new Padding(0, -1, 0, 0)).getMessage());
        assertEquals("units must be at least 1, but is -1", assertThrows(IllegalArgumentException.class,
            () -> new Dense(-1, Activation.RELU)).getMessage());
        assertEquals("a window of 5 x 5 does not fit into 4 rows or columns", assertThrows(
            IllegalArgumentException.class,
            () -> new Pooling(Pooling.Kind.MEAN, 5, 1, 0).output(List.of(new ImageShape(1, 9, 4)))).getMessage());
    }
}
