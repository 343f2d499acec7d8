// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.workflow;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.nodes.probe.TableProbeNodeFactory;
import org.frugalvision.nodes.probe.TestWorkflow;
import org.frugalvision.nodes.read.dataset.ImageDatasetReaderNodeFactory;
import org.frugalvision.nodes.read.writer.ImageWriterNodeFactory;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.knime.core.node.NodeSettingsWO;

/** Data sets in CIFAR's and NumPy's files; those in IDX files are in {@link BadInputTest}. */
public class ImageDatasetReaderTest {

    private static final int SUCCESS = 0;

    private static final int FAILED = 4;

    private static final int CIFAR_VALUES = 3 * 32 * 32;

    @Rule
    public final TemporaryFolder m_temporary = new TemporaryFolder();

    private TestWorkflow m_workflow;

    private Path m_data;

    @Before
    public void createWorkflow() throws IOException {
        m_workflow = TestWorkflow.in(m_temporary.getRoot().toPath());
        m_data = Files.createDirectories(m_workflow.folder().resolve("data"));
    }

    @Test
    public void readsCifarFilesOneAfterTheOther() throws Exception {
        Files.write(m_data.resolve("1.bin"), cifar(3, 0));
        Files.write(m_data.resolve("2.bin"), cifar(9));
        final Path rows = probe(reader(model -> {
            model.addString("format", "CIFAR10");
            model.addString("imagesFile", "data/1.bin; data/2.bin");
        }));

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(List.of("Row0", "Row1", "Row2"), column(rows, 0));
        assertEquals(List.of("cat", "airplane", "truck"), column(rows, 2));
    }

    @Test
    public void refusesACifarFileOfAnotherLength() throws Exception {
        Files.write(m_data.resolve("1.bin"), new byte[CIFAR_VALUES + 3]);
        final int reader = reader(model -> {
            model.addString("format", "CIFAR10");
            model.addString("imagesFile", "data/1.bin");
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals(("ERROR: File \"%s\": a CIFAR-10 file holds 3,073 bytes per image, but after 1 image there are 2 "
            + "bytes.").formatted(m_data.resolve("1.bin")), m_workflow.message(reader));
    }

    @Test
    public void readsNumpyArraysWithNamesFromAFile() throws Exception {
        Files.write(m_data.resolve("x.npy"), npy("|u1", "(3, 2, 2, 3)", 36));
        Files.write(m_data.resolve("y.npy"), npy("|u1", "(3,)", 3));
        Files.writeString(m_data.resolve("names.txt"), "cat\r\ndog\n\n");
        final Path rows = probe(reader(model -> {
            model.addString("format", "NPY");
            model.addString("imagesFile", "data/x.npy");
            model.addString("labelsFile", "data/y.npy");
            model.addString("classNamesFile", "data/names.txt");
            model.addString("rowIdPrefix", "img");
        }));

        assertEquals(SUCCESS, m_workflow.run());

        assertEquals(List.of("img0", "img1", "img2"), column(rows, 0));
        assertEquals(List.of("cat", "cat", "cat"), column(rows, 2));
    }

    /** Numbers may be of any size, and text; nothing is allocated for the numbers between them. */
    @Test
    public void givesOneClassPerValueThatOccurs() throws Exception {
        Files.write(m_data.resolve("x.npy"), npy("|u1", "(3, 2, 2, 3)", new byte[36]));
        Files.write(m_data.resolve("big.npy"), npy("<i4", "(3, 1)",
            new byte[]{0, (byte)0x94, 0x35, 0x77, 7, 0, 0, 0, -1, -1, -1, -1}));
        Files.write(m_data.resolve("text.npy"), npy("|S3", "(3,)", "catdogcat".getBytes(StandardCharsets.US_ASCII)));
        final Path big = probe(arrays("x.npy", "big.npy", model -> {
        }));
        final Path text = probe(arrays("x.npy", "text.npy", model -> {
        }));
        final Path named = probe(arrays("x.npy", "text.npy", model -> model.addString("classNames", "dog,cat")));
        final int wrong = arrays("x.npy", "text.npy", model -> model.addString("classNames", "dog,bird"));

        assertEquals(FAILED, m_workflow.run());

        assertEquals(List.of("2000000000", "7", "-1"), column(big, 2));
        assertEquals(List.of("cat", "dog", "cat"), column(text, 2));
        assertEquals(List.of("cat", "dog", "cat"), column(named, 2));
        assertEquals("ERROR: File \"%s\": it holds the label \"cat\", which is none of the 2 class names."
            .formatted(m_data.resolve("text.npy")), m_workflow.message(wrong));
    }

    @Test
    public void readsBothArraysFromOneArchive() throws Exception {
        try (var zip = new ZipOutputStream(Files.newOutputStream(m_data.resolve("all.npz")))) {
            zip.putNextEntry(new ZipEntry("x_train.npy"));
            zip.write(npy("|u1", "(1, 2, 2)", new byte[4]));
            zip.putNextEntry(new ZipEntry("y_train.npy"));
            zip.write(npy("|u1", "(1,)", new byte[]{5}));
        }
        final Path named = probe(reader(model -> {
            model.addString("format", "NPY");
            model.addString("imagesFile", "data/all.npz");
        }));
        final Path found = probe(part("NPY", "TRAIN"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("5"), column(named, 2));
        assertEquals(List.of("5"), column(found, 2));
    }

    @Test
    public void asksForTheChannelsOfIdxWhereTheyCouldBeAnywhere() throws Exception {
        Files.write(m_data.resolve("i.idx"),
            new byte[]{0, 0, 8, 4, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        Files.write(m_data.resolve("l.idx"), new byte[]{0, 0, 8, 1, 0, 0, 0, 1, 2});
        final int reader = arrays("i.idx", "l.idx", model -> model.addString("format", "IDX"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\": images of the shape (3, 1, 3) could have their channels first or last."
            .formatted(m_data.resolve("i.idx")), m_workflow.message(reader));
    }

    @Test
    public void exchangesRowsAndColumns() throws Exception {
        Files.write(m_data.resolve("i.idx"),
            new byte[]{0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 3, 0, (byte)255, (byte)255});
        Files.write(m_data.resolve("l.idx"), new byte[]{0, 0, 8, 1, 0, 0, 0, 1, 2});
        final int reader = arrays("i.idx", "l.idx", model -> {
            model.addString("format", "IDX");
            model.addBoolean("transpose", true);
        });
        final Path images = Files.createDirectory(m_temporary.getRoot().toPath().resolve("images"));
        m_workflow.connect(reader, 1, m_workflow.add(ImageWriterNodeFactory.class, model -> {
            model.addString("folder", images.toString());
            model.addBoolean("folderPerClass", false);
        }), 1);

        assertEquals(SUCCESS, m_workflow.run());
        final var image = PngImages.decode(Files.readAllBytes(images.resolve("Row0.png")), "File");
        assertEquals(new ImageShape(1, 3, 1), image.shape());
        assertArrayEquals(new byte[]{0, -1, -1}, image.values());
    }

    private int arrays(final String images, final String labels, final Consumer<NodeSettingsWO> settings) {
        return reader(model -> {
            model.addString("format", "NPY");
            model.addString("imagesFile", "data/" + images);
            model.addString("labelsFile", "data/" + labels);
            settings.accept(model);
        });
    }

    @Test
    public void readsARange() throws Exception {
        Files.write(m_data.resolve("1.bin"), cifar(0, 1, 2, 3, 4));
        final Path rows = probe(reader(model -> {
            model.addString("format", "CIFAR10");
            model.addString("imagesFile", "data/1.bin");
            model.addInt("firstImage", 2);
            model.addInt("images", 3);
        }));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("Row1", "Row2", "Row3"), column(rows, 0));
        assertEquals(List.of("automobile", "bird", "cat"), column(rows, 2));
    }

    @Test
    public void refusesARangeBeyondTheEnd() throws Exception {
        Files.write(m_data.resolve("1.bin"), cifar(0, 1));
        final int reader = reader(model -> {
            model.addString("format", "CIFAR10");
            model.addString("imagesFile", "data/1.bin");
            model.addInt("firstImage", 3);
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"First image\" must be at most the 2 images of the data set, but is 3.",
            m_workflow.message(reader));
    }

    @Test
    public void refusesAClassThatIsNamedTwice() throws Exception {
        Files.write(m_data.resolve("1.bin"), cifar(0));
        Files.writeString(m_data.resolve("names.txt"), "cat\ndog\ncat\n");
        final int reader = reader(model -> {
            model.addString("format", "CIFAR10");
            model.addString("imagesFile", "data/1.bin");
            model.addString("classNamesFile", "data/names.txt");
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Class names file\" must differ, but \"cat\" occurs twice.", m_workflow.message(reader));
    }

    @Test
    public void findsThePartsOfABenchmarkInAFolder() throws Exception {
        Files.write(m_data.resolve("data_batch_1.bin"), cifar(3, 0));
        Files.write(m_data.resolve("data_batch_2.bin"), cifar(9));
        Files.write(m_data.resolve("test_batch.bin"), cifar(1));
        final Path training = probe(part("CIFAR10", "TRAIN"));
        final Path test = probe(part("CIFAR10", "TEST"));
        final Path both = probe(part("CIFAR10", "BOTH"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("cat", "airplane", "truck"), column(training, 2));
        assertEquals(List.of("automobile"), column(test, 2));
        assertEquals(List.of("cat", "airplane", "truck", "automobile"), column(both, 2));
        assertEquals(List.of("Row0", "Row1", "Row2", "Row3"), column(both, 0));
    }

    @Test
    public void findsImagesAndTheirLabels() throws Exception {
        Files.write(m_data.resolve("x_train.npy"), npy("|u1", "(3, 2, 2, 3)", 36));
        Files.write(m_data.resolve("y_train.npy"), npy("|u1", "(3,)", 3));
        Files.write(m_data.resolve("train-images.idx"), new byte[]{0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7});
        Files.write(m_data.resolve("train-labels.idx"), new byte[]{0, 0, 8, 1, 0, 0, 0, 1, 2});
        final Path arrays = probe(part("NPY", "TRAIN"));
        final Path idx = probe(part("IDX", "TRAIN"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("0", "0", "0"), column(arrays, 2));
        assertEquals(List.of("2"), column(idx, 2));
    }

    @Test
    public void saysWhichPartIsMissing() throws Exception {
        final int reader = part("IDX", "TEST");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: Folder \"%s\": there must be one IDX file of test images, but there is none."
            .formatted(m_data), m_workflow.message(reader));
    }

    @Test
    public void asksForAFolderWhereAPartIsWanted() throws Exception {
        final int nothing = reader(model -> model.addString("part", "TRAIN"));

        assertEquals(FAILED, m_workflow.run());
        assertEquals("WARNING: \"Folder\" must name a folder, but is empty.", m_workflow.message(nothing));

        createWorkflow();
        Files.write(m_data.resolve("1.bin"), cifar(0));
        final int file = reader(model -> {
            model.addString("part", "TRAIN");
            model.addString("folder", "data/1.bin");
        });
        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"Folder\" must name a folder, but \"%s\" is a file.".formatted(m_data.resolve("1.bin")),
            m_workflow.message(file));
    }

    @Test
    public void readsAnArchiveOfClassFolders() throws Exception {
        zip("pets/dog/2.png", "pets/dog/10.png", "pets/cat/1.png", "pets/README.txt", "__MACOSX/pets/._x.png",
            "top.png");
        final int reader = archive("NAMED");
        final Path rows = probe(reader);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals("id\timage\tlabel\tpath", Files.readAllLines(rows).get(0));
        assertEquals(List.of("Row0", "Row1", "Row2", "Row3"), column(rows, 0));
        assertEquals(List.of("cat", "dog", "dog", "?"), column(rows, 2));
        assertEquals(List.of("pets/cat/1.png", "pets/dog/2.png", "pets/dog/10.png", "top.png"), column(rows, 3));
        assertEquals("WARNING: Left out 1 folder or file of the operating system, the first is \"__MACOSX\". Left out "
            + "1 file, the first is \"pets/README.txt\": it is no PNG, JPEG, GIF, BMP, TIFF or WebP image. The Image "
            + "Folder Reader lists them all. Found no label for 1 of 4 rows, the first is Row \"Row3\": its file lies "
            + "in no folder.", m_workflow.message(reader));
    }

    @Test
    public void readsThePartsOfAnArchiveByItsTopFolders() throws Exception {
        zip("set/train/cat/1.png", "set/train/test/2.png", "set/test/cat/3.png", "set/test/train/4.png",
            "set/val/cat/5.png");
        final Path training = probe(archive("TRAIN"));
        final Path test = probe(archive("TEST"));
        final Path both = probe(archive("BOTH"));

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("set/train/cat/1.png", "set/train/test/2.png"), column(training, 3));
        assertEquals(List.of("cat", "train"), column(test, 2));
        assertEquals(4, column(both, 0).size());
    }

    @Test
    public void readsARangeOfAnArchiveAndNoRejectionsAfterIt() throws Exception {
        zip("a/1.png", "a/2.txt", "a/3.png", "b/4.png", "b/5.txt", "b/6.png");
        final int reader = reader(model -> {
            model.addString("format", "ARCHIVE");
            model.addString("imagesFile", "data/images.zip");
            model.addInt("firstImage", 2);
            model.addInt("images", 2);
        });
        final Path rows = probe(reader);

        assertEquals(SUCCESS, m_workflow.run());
        assertEquals(List.of("Row1", "Row2"), column(rows, 0));
        assertEquals(List.of("a/3.png", "b/4.png"), column(rows, 3));
        assertEquals("WARNING: Left out 1 file, the first is \"a/2.txt\": it is no PNG, JPEG, GIF, BMP, TIFF or WebP "
            + "image. The Image Folder Reader lists them all.", m_workflow.message(reader));
    }

    @Test
    public void refusesAnArchiveWithoutThePart() throws Exception {
        zip("cat/1.png", "dog/2.png");
        final int reader = archive("TEST");

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: File \"%s\": there is no image to read, 2 files were not asked for."
            .formatted(m_data.resolve("images.zip")), m_workflow.message(reader));
    }

    @Test
    public void refusesAnArchiveWithoutImages() throws Exception {
        zip("cat/1.txt", ".hidden.png");
        final int reader = archive("NAMED");

        assertEquals(FAILED, m_workflow.run());
        assertEquals(("ERROR: File \"%s\": there is no image to read, 1 file was not asked for. Left out 1 file, the "
            + "first is \"cat/1.txt\": it is no PNG, JPEG, GIF, BMP, TIFF or WebP image. The Image Folder Reader lists "
            + "them all.").formatted(m_data.resolve("images.zip")), m_workflow.message(reader));
    }

    @Test
    public void refusesARangeBeyondTheEndOfAnArchive() throws Exception {
        zip("cat/1.png");
        final int reader = reader(model -> {
            model.addString("format", "ARCHIVE");
            model.addString("imagesFile", "data/images.zip");
            model.addInt("firstImage", 2);
        });

        assertEquals(FAILED, m_workflow.run());
        assertEquals("ERROR: \"First image\" must be at most the 1 image of the data set, but is 2.",
            m_workflow.message(reader));
    }

    @Test
    public void refusesImpossibleSettings() throws Exception {
        for (final Consumer<NodeSettingsWO> setting : List.<Consumer<NodeSettingsWO>>of(
            model -> model.addInt("firstImage", 0), model -> model.addInt("images", -1))) {
            createWorkflow();
            reader(setting);

            assertEquals("with -failonloaderror", 3, m_workflow.run("-failonloaderror"));
        }
    }

    private int reader(final Consumer<NodeSettingsWO> settings) {
        return m_workflow.add(ImageDatasetReaderNodeFactory.class, settings);
    }

    private int part(final String format, final String part) {
        return reader(model -> {
            model.addString("format", format);
            model.addString("part", part);
            model.addString("folder", "data");
        });
    }

    private int archive(final String part) {
        return reader(model -> {
            model.addString("format", "ARCHIVE");
            model.addString("part", part);
            model.addString("imagesFile", "data/images.zip");
        });
    }

    /** An archive of small images, but for names that end with "txt". */
    private void zip(final String... names) throws IOException {
        final byte[] png = PngImages.encode(new ImageShape(1, 1, 1), new byte[1]);
        try (var zip = new ZipOutputStream(Files.newOutputStream(m_data.resolve("images.zip")))) {
            for (final String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("txt") ? new byte[]{'h', 'i'} : png);
                zip.closeEntry();
            }
        }
    }

    private Path probe(final int node) {
        final Path file = m_temporary.getRoot().toPath().resolve("table " + node);
        final int probe = m_workflow.add(TableProbeNodeFactory.class,
            model -> model.addString("text", file.toString()));
        m_workflow.connect(node, 1, probe, 1);
        return file;
    }

    /** Black images with these labels. */
    private static byte[] cifar(final int... labels) {
        final var file = new byte[labels.length * (1 + CIFAR_VALUES)];
        for (int i = 0; i < labels.length; i++) {
            file[i * (1 + CIFAR_VALUES)] = (byte)labels[i];
        }
        return file;
    }

    /** An array of zeros. */
    private static byte[] npy(final String type, final String shape, final int bytes) throws IOException {
        return npy(type, shape, new byte[bytes]);
    }

    /** An array (NumPy format 1.0). */
    private static byte[] npy(final String type, final String shape, final byte[] bytes) throws IOException {
        final String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        final String padded = header + " ".repeat(127 - 10 - header.length()) + "\n";
        final var file = new ByteArrayOutputStream();
        file.write(new byte[]{(byte)0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte)padded.length(), 0});
        file.write(padded.getBytes(StandardCharsets.US_ASCII));
        file.write(bytes);
        return file.toByteArray();
    }

    private static List<String> column(final Path table, final int number) throws IOException {
        return Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t")[number]).toList();
    }
}
