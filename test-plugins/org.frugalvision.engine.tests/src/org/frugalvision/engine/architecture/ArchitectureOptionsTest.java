// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.LayerCost;
import org.frugalvision.engine.run.Settings;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Options of architectures, and what they make of them. */
public final class ArchitectureOptionsTest {

    private static final ImageShape COLOUR = new ImageShape(3, 32, 32);

    @Test
    public void countsTheNetworksOfThePapers() {
        // 0.27 and 0.46 million without the statistics and the 1 x 1 convolutions of option B, He et al., table 6
        assertEquals(274_042, Architectures.create("resnet20").build(COLOUR, 10).parameters());
        assertEquals(469_370, Architectures.create("resnet32").build(COLOUR, 10).parameters());
        assertEquals(78_714, Architectures.create("resnet8").build(COLOUR, 10).parameters());
        assertEquals(12_501_632, Architectures.create("resnet8").build(COLOUR, 10).multiplyAdds());
    }

    @Test
    public void widthScalesChannelsAndUnits() {
        final List<LayerCost> layers = build("lenet", new ArchitectureOptions(0.5, BatchNorm.USUAL, 0, Head.USUAL));

        assertEquals(List.of(10, 10, 25, 25, 250, 10),
            layers.stream().map(layer -> layer.output().channels()).toList());
    }

    @Test
    public void mobileNetKeepsMultiplesOfEight() {
        final List<LayerCost> layers =
            build("mobilenetv2-small", new ArchitectureOptions(0.35, BatchNorm.USUAL, 0, Head.USUAL));

        assertEquals(List.of(), layers.subList(0, layers.size() - 1).stream()
            .filter(layer -> layer.output().channels() % 8 != 0).map(LayerCost::name).toList());
    }

    @Test
    public void normalisedConvolutionsHaveNoBias() {
        final List<LayerCost> layers = build("lenet", new ArchitectureOptions(1, BatchNorm.ON, 0.5, Head.PYRAMID));

        assertEquals(List.of("convolution 5 x 5, 20 filters", "batch normalization, relu",
            "maximum pooling 2 x 2, stride 2", "convolution 5 x 5, 50 filters", "batch normalization, relu",
            "maximum pooling 2 x 2, stride 2", "spatial pyramid pooling 4 x 4, 2 x 2, 1 x 1",
            "dense, 500 units, relu", "dropout of 0.5", "dense, 10 units"),
            layers.stream().map(LayerCost::layer).toList());
        assertEquals(3 * 25 * 20, layers.get(0).parameters());
        assertEquals(4 * 20, layers.get(1).parameters());
        assertEquals(50 * 21, layers.get(6).output().size());
    }

    @Test
    public void refusesValuesOutOfRange() {
        assertRefused("\"Width multiplier\" must be between 0.1 and 8, but is 0.", 0, 0);
        assertRefused("\"Width multiplier\" must be between 0.1 and 8, but is NaN.", Double.NaN, 0);
        assertRefused("\"Dropout\" must be between 0 and 0.9, but is 1.", 1, 1);
    }

    @Test
    public void mapsAreDroppedAtTheEndOfEveryStage() {
        final var options = new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.USUAL, 0.1, MapPattern.BLOCKS, 5, 0);

        assertEquals(List.of("stage1-dropout: dropout of 0.1, blocks of 5 x 5",
            "stage2-dropout: dropout of 0.1, blocks of 5 x 5"), dropouts("lenet", options));
        assertEquals(3, dropouts("resnet14", options).size());
        assertEquals(3, dropouts("vgg-small", options).size());
    }

    @Test
    public void laterBranchesAreLeftOutMoreOften() {
        final var options =
            new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.USUAL, 0, MapPattern.CHANNELS, 3, 0.75);

        assertEquals(List.of("stage1-block1-depth: dropout of 0.25, images", "stage2-block1-depth: dropout of 0.5, images",
            "stage3-block1-depth: dropout of 0.75, images"), dropouts("resnet8", options));
    }

    private static List<String> dropouts(final String id, final ArchitectureOptions options) {
        return build(id, options).stream().filter(layer -> layer.layer().startsWith("dropout"))
            .map(layer -> layer.name() + ": " + layer.layer()).toList();
    }

    @Test
    public void refusesDropoutOutOfRange() {
        assertEquals("\"Dropout of feature maps\" must be between 0 and 0.9, but is 1.",
            assertThrows(SettingsException.class, () -> options(1, 3, 0)).getMessage());
        assertEquals("\"Side of a block\" must be between 1 and 64 pixels, but is 0.",
            assertThrows(SettingsException.class, () -> options(0, 0, 0)).getMessage());
        assertEquals("\"Stochastic depth\" must be between 0 and 0.9, but is -1.",
            assertThrows(SettingsException.class, () -> options(0, 3, -1)).getMessage());
        assertEquals("\"Stochastic depth\" must be 0 for LeNet (wide), which does not read it, but is 0.5.",
            assertThrows(SettingsException.class, () -> build("lenet", options(0, 3, 0.5))).getMessage());
    }

    private static ArchitectureOptions options(final double mapDropout, final int block, final double depth) {
        return new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.USUAL, mapDropout, MapPattern.BLOCKS, block, depth);
    }

    @Test
    public void refusesWhatTheArchitectureDoesNotRead() {
        assertEquals("\"Width multiplier\" must be 1 for LeNet-5, which does not read it, but is 2.",
            assertThrows(SettingsException.class,
                () -> build("lenet5", new ArchitectureOptions(2, BatchNorm.USUAL, 0, Head.USUAL))).getMessage());
    }

    @Test
    public void namesChoicesAsPeopleSeeThem() {
        assertEquals("\"Pooling before the last layers\" must be \"As in the paper\" for LeNet-5, which does not read "
            + "it, but is \"Spatial pyramid pooling\".",
            assertThrows(SettingsException.class,
                () -> build("lenet5", new ArchitectureOptions(1, BatchNorm.USUAL, 0, Head.PYRAMID))).getMessage());
    }

    @Test
    public void survivesItsText() {
        final var options = new ArchitectureOptions(0.75, BatchNorm.OFF, 0.1, Head.GLOBAL_AVERAGE);

        assertEquals("{batchNorm=off, dropout=0.1, head=global-average, mapBlock=3, mapDropout=0.0, mapPattern=channels,"
            + " stochasticDepth=0.0, width=0.75}", Settings.texts(options).toString());
        assertEquals(options, read(Settings.texts(options)));
        assertEquals(ArchitectureOptions.DEFAULT, read(Map.of()));
    }

    @Test
    public void refusesTextsThatAreNoOptions() {
        assertEquals("\"head\" must be one of the choices of the list, but is \"tail\".",
            assertThrows(SettingsException.class, () -> read(Map.of("head", "tail"))).getMessage());
        assertEquals("\"width\" must be a number, but is \"wide\".",
            assertThrows(SettingsException.class, () -> read(Map.of("width", "wide"))).getMessage());
    }

    private static ArchitectureOptions read(final Map<String, String> texts) {
        return Settings.read("CNN Architecture", ArchitectureOptions.DEFAULT, texts);
    }

    @Test
    public void unknownArchitectureIsNamed() {
        assertEquals("\"Architecture\" must be one of lenet, lenet5, vgg-small, resnet8, resnet14, resnet20, resnet32,"
            + " mobilenetv2-small, resnet8-cbam, ghostnet-small, but is \"perceptron\".",
            assertThrows(SettingsException.class, () -> Architectures.create("perceptron")).getMessage());
    }

    private static List<LayerCost> build(final String id, final ArchitectureOptions options) {
        return Architectures.create(id).build(COLOUR, 10, options).layers();
    }

    private static void assertRefused(final String message, final double width, final double dropout) {
        assertEquals(message, assertThrows(SettingsException.class,
            () -> new ArchitectureOptions(width, BatchNorm.USUAL, dropout, Head.USUAL)).getMessage());
    }
}
