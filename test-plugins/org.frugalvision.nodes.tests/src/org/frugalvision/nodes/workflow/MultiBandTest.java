// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;
import org.frugalvision.engine.image.TiffImages;
import org.frugalvision.nodes.image.MultiBandImageBlobCell;
import org.frugalvision.nodes.image.MultiBandImageCell;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeFactory;
import org.frugalvision.nodes.learn.learner.CnnLearnerNodeFactory;
import org.frugalvision.nodes.learn.predictor.CnnPredictorNodeFactory;
import org.frugalvision.nodes.prepare.duplicates.ImageDuplicateFinderNodeFactory;
import org.frugalvision.nodes.prepare.sheet.ImageContactSheetNodeFactory;
import org.frugalvision.nodes.probe.ImageSetProbeNodeFactory;
import org.frugalvision.nodes.probe.PictureProbeNodeFactory;
import org.frugalvision.nodes.probe.SpillProbeNodeFactory;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.dataset.ImageDatasetReaderNodeFactory;
import org.frugalvision.nodes.read.folder.ImageFolderReaderNodeFactory;
import org.frugalvision.nodes.read.writer.ImageWriterNodeFactory;
import org.frugalvision.nodes.select.subset.ImageSubsetSelectorNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Images of 6 bands, 16 bits and 16 x 16 pixels on their way from files to predictions. */
public class MultiBandTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final int BANDS = 6;

    private static final int EDGE = 16;

    private static final int IMAGES = 4;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    private Path m_images;

    @Before
    public void createFiles() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        m_images = Files.createDirectories(m_workflow.folder().resolve("data/images"));
        for (int i = 0; i < IMAGES; i++) {
            final Path file = m_images.resolve("%s/%d.tif".formatted(i % 2 == 0 ? "crop" : "water", i));
            Files.createDirectories(file.getParent());
            Files.write(file, tiff(i));
        }
    }

    @Test
    public void readsEveryBandOfTiff() throws Exception {
        final Path rows = probe(reader("BANDS"), 1);

        assertEquals(SUCCESS, m_workflow.run());
        final String[] first = Files.readAllLines(rows).get(1).split("\t");
        assertEquals("id\timage\tpreview\tlabel\tpath\twidth\theight\tchannels\tbytes",
            Files.readAllLines(rows).get(0));
        assertEquals("crop/0.tif", first[0]);
        assertEquals("16 x 16 pixels, 6 channels, 16 bits", first[1]);
        assertTrue(first[2], first[2].startsWith("PNG "));
        assertEquals("6", first[7]);
    }

    @Test
    public void storedImagesComeBackAndAreLearned() throws Exception {
        final Path spilled = m_temporary.getRoot().toPath().resolve("spilled");
        final int spill = m_workflow.add(SpillProbeNodeFactory.class,
            model -> model.addString("text", spilled.toString()));
        final int predictor = trainedOn(spill);
        m_workflow.connect(reader("BANDS"), 1, spill, 1);
        final Path predictions = probe(predictor, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("crop/0.tif true", "crop/2.tif true", "water/1.tif true", "water/3.tif true"),
            Files.readAllLines(spilled));
        final List<String> lines = Files.readAllLines(predictions);
        assertEquals(1 + IMAGES, lines.size());
        assertTrue(lines.get(0), lines.get(0).endsWith("\tPrediction (label)\tP (label=crop)\tP (label=water)"));
        assertTrue(lines.get(1), lines.get(1).matches(".*\t(crop|water)\t0\\.\\d+(E-\\d+)?\t0\\.\\d+(E-\\d+)?"));
    }

    @Test
    public void everyNodeThatLooksAtPixelsTakesThem() throws Exception {
        Files.copy(m_images.resolve("crop/0.tif"), m_images.resolve("water/copy.tif"));
        final int reader = reader("BANDS");
        final int finder = m_workflow.add(ImageDuplicateFinderNodeFactory.class);
        final int selector = m_workflow.add(ImageSubsetSelectorNodeFactory.class, model -> {
            model.addString("method", "herding");
            model.addString("imageColumn", "image");
            model.addString("labelColumn", "label");
            model.addInt("budget", 2);
        });
        final int sheet = m_workflow.add(ImageContactSheetNodeFactory.class);
        final Path picture = m_temporary.getRoot().toPath().resolve("sheet");
        final int pictureProbe = m_workflow.add(PictureProbeNodeFactory.class,
            model -> model.addString("text", picture.toString()));
        m_workflow.connect(reader, 1, finder, 1).connect(reader, 1, selector, 1).connect(reader, 1, sheet, 1)
            .connect(sheet, 1, pictureProbe, 1);
        final Path pairs = probe(finder, 2);
        final Path selected = probe(selector, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(3, Files.readAllLines(selected).size());
        assertTrue(Files.readString(pairs), Files.readString(pairs).contains("water/copy.tif"));
        assertTrue(Files.size(picture) > 0);
    }

    @Test
    public void withoutTheSettingFilesOfManyBandsAreRejectedByName() throws Exception {
        final int reader = reader("KEEP");
        final Path rejected = probe(reader, 2);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(1 + IMAGES, Files.readAllLines(rejected).size());
        assertTrue(Files.readAllLines(rejected).get(1).contains("it has 6 bands, more than 4"));
    }

    @Test
    public void tellsThatSixteenBitsWereRounded() throws Exception {
        final var deep = new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < IMAGES; i++) {
            Files.delete(m_images.resolve("%s/%d.tif".formatted(i % 2 == 0 ? "crop" : "water", i)));
        }
        ImageIO.write(deep, "png", m_images.resolve("crop/deep.png").toFile());
        final int reader = reader("KEEP");
        probe(reader, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("WARNING: Rounded 1 image of 16 bits to 8; \"All bands\" keeps them.",
            m_workflow.message(reader));
    }

    @Test
    public void readsSixteenBitsOfNumPy() throws Exception {
        final Path rows = probe(numPy("NPY_BANDS"), 1);

        assertEquals(SUCCESS, m_workflow.run());
        final List<String> lines = Files.readAllLines(rows);
        assertEquals("id\timage\tpreview\tlabel", lines.get(0));
        assertEquals("2 x 1 pixels, 6 channels, 16 bits", lines.get(1).split("\t")[1]);
        assertEquals("1", lines.get(2).split("\t")[3]);
    }

    @Test
    public void refusesManyBandsInPng() throws Exception {
        final int reader = numPy("NPY");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"" + m_images.resolve("x.npy") + "\": PNG images have 1, 3 or 4 channels of 8 bits, "
            + "but these have 6 channels of 16 bits.", m_workflow.message(reader));
    }

    @Test
    public void writtenFilesAreReadAgainWithTheSameValues() throws Exception {
        final Path output = m_workflow.folder().resolve("written");
        final int reader = reader("BANDS");
        final int writer =
            m_workflow.add(ImageWriterNodeFactory.class, model -> model.addString("folder", "written"));
        m_workflow.connect(reader, 1, writer, 1);
        final Path report = probe(writer, 1);
        final Path values = values(reader);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("crop/0.tif\t%s\t%d\t?".formatted(output.resolve("crop/0.tif"),
            Files.size(output.resolve("crop/0.tif"))), Files.readAllLines(report).get(1));

        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        final Path again = values(m_workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", output.toString());
            model.addString("colours", "BANDS");
            model.addString("size", "KEEP");
        }));
        final String before = Files.readString(values);
        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(before, Files.readString(again));
    }

    @Test
    public void valuesThatEightBitsCannotHoldReachTheEngine() throws Exception {
        final Path ofTiff = values(reader("BANDS"));
        final Path ofNumPy = values(numPy("NPY_BANDS"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(IMAGES, Files.readAllLines(ofTiff).size());
        for (final String line : Files.readAllLines(ofTiff)) {
            final String id = line.split(" ")[0];
            assertEquals(id + " " + expected(Integer.parseInt(id.replaceAll("\\D", ""))), line);
        }
        assertEquals("Row0 0 256 770 1284 1798 2312 2826 3340 3854 4368 4882 5396 5910",
            Files.readAllLines(ofNumPy).get(0));
    }

    /** From 40 KiB on cells are stored beside their rows. */
    @Test
    public void largeImagesAreStoredBesideTheRowsAndComeBack() throws Exception {
        final int edge = 80;
        final var image = new DecodedImage(new ImageShape(BANDS, edge, edge), SampleType.U16,
            new byte[BANDS * edge * edge * 2]);
        new Random(1).nextBytes(image.values());
        Files.write(m_images.resolve("crop/large.tif"), TiffImages.encode(image));
        final Path spilled = m_temporary.getRoot().toPath().resolve("spilled");
        final int spill = m_workflow.add(SpillProbeNodeFactory.class,
            model -> model.addString("text", spilled.toString()));
        m_workflow.connect(reader("BANDS"), 1, spill, 1);
        final Path rows = probe(spill, 1);

        assertEquals(SUCCESS, m_workflow.run());
        assertTrue(Files.readAllLines(spilled).contains("crop/large.tif true"));
        assertTrue(Files.readString(rows).contains("\t80 x 80 pixels, 6 channels, 16 bits\tPNG "));
        assertEquals(MultiBandImageBlobCell.class, MultiBandImageCell.of(image).getClass());
    }

    private int reader(final String colours) {
        return m_workflow.add(ImageFolderReaderNodeFactory.class, model -> {
            model.addString("folder", "data/images");
            model.addString("size", "KEEP");
            model.addString("colours", colours);
        });
    }

    /** The values that the images of a node have in the engine. */
    private Path values(final int node) {
        final Path file = m_temporary.getRoot().toPath().resolve("values of %d %s".formatted(node,
            m_workflow.folder().getFileName()));
        m_workflow.connect(node, 1,
            m_workflow.add(ImageSetProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    /** Trains an epoch on the table of a node and applies the network to it. */
    private int trainedOn(final int table) {
        final int learner = m_workflow.add(CnnLearnerNodeFactory.class, model -> model.addInt("epochs", 1));
        final int predictor = m_workflow.add(CnnPredictorNodeFactory.class);
        m_workflow.connect(m_workflow.add(CnnArchitectureNodeFactory.class), 1, learner, 1)
            .connect(table, 1, learner, 2).connect(learner, 1, predictor, 1).connect(table, 1, predictor, 2);
        return predictor;
    }

    private Path probe(final int node, final int port) {
        final Path file = m_temporary.getRoot().toPath().resolve("table %d %d".formatted(node, port));
        m_workflow.connect(node, port,
            m_workflow.add(TableProbeNodeFactory.class, model -> model.addString("text", file.toString())), 1);
        return file;
    }

    /** Two images of 6 bands in 16 bits. */
    private int numPy(final String format) throws IOException {
        Files.write(m_images.resolve("x.npy"), npy("<u2", "(2, 6, 1, 2)", 2 * 24));
        Files.write(m_images.resolve("y.npy"), npy("|u1", "(2,)", 2));
        return m_workflow.add(ImageDatasetReaderNodeFactory.class, model -> {
            model.addString("format", format);
            model.addString("imagesFile", "data/images/x.npy");
            model.addString("labelsFile", "data/images/y.npy");
            model.addString("channels", "FIRST");
        });
    }

    private static byte[] npy(final String type, final String shape, final int bytes) {
        final byte[] header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape)
            .getBytes(StandardCharsets.US_ASCII);
        final var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{(byte)0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte)header.length, 0});
        out.writeBytes(header);
        for (int i = 0; i < bytes; i++) {
            out.write(i);
        }
        return out.toByteArray();
    }

    /** Noise in the upper half of the 16 bits for crops, in the lower for water. */
    private static int[] noise(final int seed) {
        return new Random(seed).ints(EDGE * EDGE * BANDS, 0, 1 << 15).map(i -> i + (seed % 2 == 0 ? 1 << 15 : 0))
            .toArray();
    }

    private static String expected(final int seed) {
        return (seed % 2 == 0 ? "crop" : "water") + Arrays.stream(noise(seed)).mapToObj(i -> " " + i)
            .collect(Collectors.joining());
    }

    private static byte[] tiff(final int seed) throws IOException {
        final WritableRaster raster =
            Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, EDGE, EDGE, BANDS, null);
        final int[] values = noise(seed);
        for (int i = 0; i < values.length; i++) {
            raster.setSample(i % EDGE, i / EDGE % EDGE, i / (EDGE * EDGE), values[i]);
        }
        final var model =
            new ComponentColorModel(new SixBands(), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_USHORT);
        final var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(model, raster, false, null), "tiff", out));
        return out.toByteArray();
    }

    /** Bands without colours, for the writer of TIFF files. */
    private static final class SixBands extends ColorSpace {

        private static final long serialVersionUID = 1;

        SixBands() {
            super(TYPE_6CLR, BANDS);
        }

        @Override
        public float[] toRGB(final float[] bands) {
            return new float[3];
        }

        @Override
        public float[] fromRGB(final float[] colours) {
            return new float[BANDS];
        }

        @Override
        public float[] toCIEXYZ(final float[] bands) {
            return new float[3];
        }

        @Override
        public float[] fromCIEXYZ(final float[] colours) {
            return new float[BANDS];
        }
    }
}
