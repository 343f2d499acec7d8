// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.frugalvision.engine.run.DataException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** NumPy arrays and CIFAR files, good and bad. */
public final class NpyImagesTest {

    /** The files. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void readsGreyImages() throws IOException {
        final var file = npy("a.npy", "|u1", "(2, 1, 3)", 1, 2, 3, 4, 5, 255);
        try (var images = open(file, ChannelOrder.LAST)) {
            assertEquals(2, images.count());
            assertEquals(new ImageShape(1, 1, 3), images.shape());
            assertArrayEquals(new byte[]{1, 2, 3}, images.next());
            assertArrayEquals(new byte[]{4, 5, -1}, images.next());
            assertFalse(images.hasNext());
            assertThrows(NoSuchElementException.class, images::next);
        }
    }

    @Test
    public void readsBothOrdersOfChannels() throws IOException {
        try (var last = open(npy("a.npy", "|u1", "(1, 1, 2, 3)", 1, 2, 3, 4, 5, 6), ChannelOrder.LAST);
            var first = open(npy("b.npy", "|u1", "(1, 3, 1, 2)", 1, 2, 3, 4, 5, 6), ChannelOrder.FIRST)) {
            assertEquals(new ImageShape(3, 1, 2), last.shape());
            assertArrayEquals(new byte[]{1, 4, 2, 5, 3, 6}, last.next());
            assertEquals(new ImageShape(3, 1, 2), first.shape());
            assertArrayEquals(new byte[]{1, 2, 3, 4, 5, 6}, first.next());
        }
    }

    @Test
    public void findsChannelsWhereTheyCanBe() throws IOException {
        assertEquals(new ImageShape(3, 8, 8), shape("(1, 8, 8, 3)", 192));
        assertEquals(new ImageShape(3, 8, 8), shape("(1, 3, 8, 8)", 192));
        assertEquals(new ImageShape(6, 8, 8), shape("(1, 6, 8, 8)", 384));
        assertEquals(new ImageShape(6, 8, 8), shape("(1, 8, 8, 6)", 384));
    }

    /** Nobody can know what is what where both ends could be channels, or none. */
    @Test
    public void asksWhereChannelsCouldBeAnywhere() throws IOException {
        for (final var shape : List.of("(3, 8, 4)", "(1, 8, 3)", "(5, 8, 6)", "(8, 8, 8)", "(9, 8, 8)")) {
            final var file = npy("a.npy", "|u1", "(1, " + shape.substring(1), new int[600]);

            final var problem = assertThrows(DataException.class, () -> open(file, ChannelOrder.AUTO));
            assertEquals("File \"" + file + "\": images of the shape " + shape
                + " could have their channels first or last.", problem.getMessage());
            assertEquals(List.of("Choose \"First\" or \"Last\" in \"Channels\"."), problem.fixes());
        }
    }

    private ImageShape shape(final String shape, final int values) throws IOException {
        try (var images = open(npy("a.npy", "|u1", shape, new int[values]), ChannelOrder.AUTO)) {
            return images.shape();
        }
    }

    @Test
    public void readsLabelsOfEveryIntegerType() throws IOException {
        try (var images = open(npy("a.npy", "|u1", "(2, 1, 1)", 1, 2), ChannelOrder.LAST)) {
            assertLabels(images, List.of("7", "255"), npy("l.npy", "|u1", "(2,)", 7, 255));
            assertLabels(images, List.of("7", "-1"), npy("l.npy", "|i1", "(2,)", 7, 255));
            assertLabels(images, List.of("7", "256"), npy("l.npy", "<i2", "(2,)", 7, 0, 0, 1));
            assertLabels(images, List.of("7", "256"), npy("l.npy", ">u2", "(2,)", 0, 7, 1, 0));
            assertLabels(images, List.of("7", "256"),
                npy("l.npy", "<i8", "(2,)", 7, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0));
            assertLabels(images, List.of("18446744073709551615", "0"), npy("l.npy", "<u8", "(2,)", 255, 255, 255, 255,
                255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0));
            assertLabels(images, List.of("1", "0"), npy("l.npy", "|b1", "(2,)", 1, 0));
            assertLabels(images, List.of("2", "-1"), npy("l.npy", "<f4", "(2,)", 0, 0, 0, 64, 0, 0, 128, 191));
        }
    }

    /** A label of two billion is a name like any other. */
    @Test
    public void labelsAreValuesAndNotIndices() throws IOException {
        try (var images = open(npy("a.npy", "|u1", "(3, 1, 1)", 1, 2, 3), ChannelOrder.LAST)) {
            final var labels = images.readLabels(new ArrayFile(
                npy("l.npy", "<i4", "(3,)", 0, 0x94, 0x35, 0x77, 255, 255, 255, 255, 0, 0x94, 0x35, 0x77)));

            assertEquals(List.of("-1", "2000000000"), labels.values());
            assertArrayEquals(new int[]{1, 0, 1}, labels.indices());
            assertTrue(labels.numbers());
        }
    }

    @Test
    public void readsLabelsOfOneColumnAndText() throws IOException {
        try (var images = open(npy("a.npy", "|u1", "(2, 1, 1)", 1, 2), ChannelOrder.LAST)) {
            assertLabels(images, List.of("7", "1"), npy("l.npy", "|u1", "(2, 1)", 7, 1));
            assertLabels(images, List.of("a", "bc"), npy("l.npy", "|S2", "(2,)", 'a', 0, 'b', 'c'));
            assertLabels(images, List.of("\u00e9", "b"),
                npy("l.npy", "<U2", "(2,)", 'e', 0, 0, 0, 1, 3, 0, 0, 'b', 0, 0, 0, 0, 0, 0, 0));
            assertLabels(images, List.of("c", "b"), npy("l.npy", ">U1", "(2,)", 0, 0, 0, 'c', 0, 0, 0, 'b'));
        }
    }

    @Test
    public void refusesBadLabels() throws IOException {
        try (var images = open(npy("a.npy", "|u1", "(2, 1, 1)", 1, 2), ChannelOrder.LAST)) {
            assertLabelsProblem(images, "labels must be whole numbers or text, but label 2 is 0.5.",
                npy("l.npy", "<f4", "(2,)", 0, 0, 0, 0, 0, 0, 0, 63));
            assertLabelsProblem(images, "there must be one label per image, but they have the shape (2, 10).",
                npy("l.npy", "|u1", "(2, 10)", new int[20]));
            assertLabelsProblem(images, "labels must be whole numbers or text, but are of type |O.",
                npy("l.npy", "|O", "(2,)", 0, 0));
            assertLabelsProblem(images, "it holds 3 labels, but \"a.npy\" holds 2 images.",
                npy("l.npy", "|u1", "(3,)", 1, 2, 3));
            assertLabelsProblem(images, "the header announces 2 labels, but the data end after 1.",
                npy("l.npy", "|u1", "(2,)", 1));
        }
    }

    @Test
    public void readsBothFromOneArchive() throws IOException {
        final var archive = m_folder.getRoot().toPath().resolve("all.npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(Files.readAllBytes(npy("a.npy", "|u1", "(2, 1, 1)", 1, 2)));
            zip.putNextEntry(new ZipEntry("y.npy"));
            zip.write(Files.readAllBytes(npy("a.npy", "|u1", "(2,)", 7, 9)));
        }
        try (var images = NpyImages.open(new ArrayFile(archive, "x.npy"), ChannelOrder.AUTO, false)) {
            assertArrayEquals(new byte[]{1}, images.next());
            assertEquals(List.of("7", "9"), images.readLabels(new ArrayFile(archive, "y.npy")).values());
        }
    }

    /** 1/3 of 255 is 85; the whole array decides. */
    @Test
    public void takesNumbersFromZeroToOneForShares() throws IOException {
        final var file = npy("a.npy", "<f4", "(1, 1, 3)", floats(0, 1 / 3f, 1));
        try (var flat = NpyImages.open(new ArrayFile(file), ChannelOrder.AUTO, false);
            var deep = NpyImages.open(new ArrayFile(file), ChannelOrder.AUTO, true)) {
            assertEquals(SampleType.U8, flat.type());
            assertArrayEquals(new byte[]{0, 85, -1}, flat.next());
            assertEquals(SampleType.U16, deep.type());
            assertArrayEquals(new byte[]{0, 0, 0x55, 0x55, -1, -1}, deep.next());
        }
        try (var truth = open(npy("a.npy", "|b1", "(1, 1, 2)", 0, 1), ChannelOrder.AUTO)) {
            assertArrayEquals(new byte[]{0, -1}, truth.next());
        }
    }

    @Test
    public void keepsWholeNumbersOfEveryType() throws IOException {
        try (var floats = open(npy("a.npy", "<f4", "(1, 1, 3)", floats(0, 2, 255)), ChannelOrder.AUTO);
            var longs = open(npy("b.npy", ">i4", "(1, 1, 2)", 0, 0, 0, 7, 0, 0, 1, 0), ChannelOrder.AUTO);
            var signed = open(npy("c.npy", "|i1", "(1, 1, 2)", 0, 1), ChannelOrder.AUTO)) {
            assertArrayEquals(new byte[]{0, 2, -1}, floats.next());
            assertEquals(SampleType.U16, longs.type());
            assertArrayEquals(new byte[]{0, 7, 1, 0}, longs.next());
            assertArrayEquals(new byte[]{0, 1}, signed.next());
        }
    }

    @Test
    public void refusesNumbersThatNoRuleFits() throws IOException {
        assertProblem("images must hold numbers from 0 to 1 or whole ones from 0 to 65,535, but hold numbers from "
            + "-1 to 1.", npy("x.npy", "<f4", "(1, 1, 2)", floats(-1, 1)));
        assertProblem("images must hold numbers from 0 to 1 or whole ones from 0 to 65,535, but hold numbers from "
            + "0 to 7.5.", npy("x.npy", "<f4", "(1, 1, 2)", floats(0, 7.5f)));
        assertProblem("images must hold numbers from 0 to 1 or whole ones from 0 to 65,535, but hold numbers from "
            + "NaN to NaN.", npy("x.npy", "<f4", "(1, 1, 2)", floats(0, Float.NaN)));
        assertProblem("images must hold numbers from 0 to 1 or whole ones from 0 to 65,535, but hold numbers from "
            + "0 to 16777216.", npy("x.npy", "<i4", "(1, 1, 2)", 0, 0, 0, 0, 0, 0, 0, 1));
    }

    /** As the files of EMNIST need it. */
    @Test
    public void transposes() throws IOException {
        try (var images = new TransposedImages(
            open(npy("a.npy", "|u1", "(1, 2, 3, 1)", 1, 2, 3, 4, 5, 6), ChannelOrder.LAST));
            var deep = new TransposedImages(open(npy("b.npy", ">u2", "(1, 2, 2)", 0, 1, 0, 2, 0, 3, 0, 4),
                ChannelOrder.LAST))) {
            assertEquals(new ImageShape(1, 3, 2), images.shape());
            assertArrayEquals(new byte[]{1, 4, 2, 5, 3, 6}, images.next());
            assertArrayEquals(new byte[]{0, 1, 0, 3, 0, 2, 0, 4}, deep.next());
        }
    }

    private static int[] floats(final float... values) {
        final var bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (final float value : values) {
            bytes.putFloat(value);
        }
        return IntStream.range(0, bytes.capacity()).map(i -> bytes.get(i) & 0xFF).toArray();
    }

    private static void assertLabels(final NpyImages images, final List<String> expected, final Path file) {
        final var labels = images.readLabels(new ArrayFile(file));
        assertEquals(expected, IntStream.range(0, labels.count()).mapToObj(labels::value).toList());
    }

    private static NpyImages open(final Path file, final ChannelOrder order) {
        return NpyImages.open(new ArrayFile(file), order, false);
    }

    @Test
    public void refusesWhatIsNoArrayOfImages() throws IOException {
        assertProblem("this is no NumPy array file (.npy).",
            write("x.npy", "PK and more".getBytes(StandardCharsets.US_ASCII)));
        assertProblem("images must be numbers, but are of type <c8.", npy("x.npy", "<c8", "(1, 1, 1)", new int[8]));
        assertProblem("this is a pickled Python object, which is not read.",
            write("x.npy", new byte[]{(byte)0x80, 4, 0, 0, 0, 0, 0, 0}));
        assertProblem("images must have 3 or 4 dimensions, but have the shape (5).", npy("x.npy", "|u1", "(5,)"));
        assertProblem("the header announces the shape (1, 99999999, 99999999), which cannot be read.",
            npy("x.npy", "|u1", "(1, 99999999, 99999999)"));
        assertProblem("the header announces the shape (1, 0, 3), which cannot be read.",
            npy("x.npy", "|u1", "(1, 0, 3)"));
        assertProblem("its header cannot be read.", npy("x.npy", "|u1", "(99999999999999999999, 1, 1)"));
        assertProblem("its header cannot be read.", npy("x.npy", "|u1", "oops"));
    }

    /** Two pixels of three bands: 258 = bytes 2, 1 of a little-endian file. */
    @Test
    public void readsSixteenBitsOfEitherByteOrder() throws IOException {
        try (var little = open(npy("l.npy", "<u2", "(1, 1, 2, 3)", 2, 1, 3, 0, 4, 0, 255, 255, 6, 0, 7, 0),
            ChannelOrder.LAST);
            var big = open(npy("b.npy", ">u2", "(1, 3, 1, 2)", 1, 2, 255, 255, 0, 3, 0, 6, 0, 4, 0, 7),
                ChannelOrder.FIRST)) {
            assertEquals(SampleType.U16, little.type());
            assertEquals(new ImageShape(3, 1, 2), little.shape());
            final byte[] expected = {1, 2, -1, -1, 0, 3, 0, 6, 0, 4, 0, 7};
            assertArrayEquals(expected, little.next());
            assertArrayEquals(expected, big.next());
        }
    }

    @Test
    public void refusesFortranOrder() throws IOException {
        final var bytes = Files.readAllBytes(npy("x.npy", "|u1", "(1, 1, 1)", 0));
        final var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("False", "True ");

        assertProblem("the array is stored in Fortran order.",
            write("x.npy", text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    public void refusesTruncatedAndTrailingData() throws IOException {
        final var whole = npy("x.npy", "|u1", "(2, 1, 2)", 1, 2, 3, 4);
        final var bytes = Files.readAllBytes(whole);

        assertReadProblem("the header announces 2 images of 2 x 1 pixels, 1 channel (4 bytes), but the data end "
            + "after 3 bytes.",
            write("x.npy", Arrays.copyOf(bytes, bytes.length - 1)));
        assertReadProblem("more data follow after the 2 images that the header announces.",
            write("x.npy", Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    public void refusesEveryPrefixOfTheHeader() throws IOException {
        final var bytes = Files.readAllBytes(npy("x.npy", "|u1", "(1, 1, 1)", 0));
        for (int length = 0; length < bytes.length - 80; length++) {
            final var file = write("x.npy", Arrays.copyOf(bytes, length));

            assertThrows("prefix of " + length, DataException.class, () -> open(file, ChannelOrder.LAST));
        }
    }

    @Test
    public void readsCifarOfBothKinds() throws IOException {
        final var file = new byte[2 * 3074];
        file[0] = 3;
        file[1] = 77;
        file[2] = 1;
        file[3074] = 4;
        file[3075] = 99;
        file[6147] = 9;
        final var path = write("train.bin", file);
        try (var coarse = CifarImages.open(path, CifarKind.CIFAR100_COARSE);
            var fine = CifarImages.open(path, CifarKind.CIFAR100_FINE)) {
            assertEquals(2, fine.count());
            assertEquals(new ImageShape(3, 32, 32), fine.shape());
            assertArrayEquals(new int[]{3, 4}, coarse.labels());
            assertArrayEquals(new int[]{77, 99}, fine.labels());
            assertEquals(1, fine.next()[0]);
            assertEquals(9, fine.next()[3071]);
            assertFalse(fine.hasNext());
        }
    }

    @Test
    public void refusesBadCifarFiles() throws IOException {
        final var file = m_folder.getRoot().toPath().resolve("x.bin");

        write("x.bin", new byte[3073 + 5]);
        assertEquals("File \"" + file
            + "\": a CIFAR-10 file holds 3,073 bytes per image, but after 1 image there are 5 bytes.",
            assertThrows(DataException.class, () -> CifarImages.open(file, CifarKind.CIFAR10)).getMessage());
        write("x.bin", new byte[0]);
        assertEquals("File \"" + file
            + "\": a CIFAR-10 file holds 3,073 bytes per image, but after 0 images there are 0 bytes.",
            assertThrows(DataException.class, () -> CifarImages.open(file, CifarKind.CIFAR10)).getMessage());
        write("x.bin", new byte[]{(byte)0x80, 4, 0});
        assertEquals("File \"" + file + "\": this is a pickled file of CIFAR for Python, which is not read.",
            assertThrows(DataException.class, () -> CifarImages.open(file, CifarKind.CIFAR10)).getMessage());
        final var wrong = new byte[3073];
        wrong[0] = 10;
        write("x.bin", wrong);
        assertEquals("File \"" + file + "\": image 1 has label 10, but the labels of CIFAR-10 are below 10.",
            assertThrows(DataException.class, () -> CifarImages.open(file, CifarKind.CIFAR10)).getMessage());
    }

    private static void assertProblem(final String problem, final Path file) {
        assertEquals("File \"" + file + "\": " + problem,
            assertThrows(DataException.class, () -> open(file, ChannelOrder.LAST)).getMessage());
    }

    private static void assertLabelsProblem(final NpyImages images, final String problem, final Path labels) {
        assertEquals("File \"" + labels + "\": " + problem,
            assertThrows(DataException.class, () -> images.readLabels(new ArrayFile(labels))).getMessage());
    }

    private static void assertReadProblem(final String problem, final Path file) {
        assertEquals("File \"" + file + "\": " + problem, assertThrows(DataException.class, () -> {
            try (var images = open(file, ChannelOrder.LAST)) {
                while (images.hasNext()) {
                    images.next();
                }
            }
        }).getMessage());
    }

    /** A file as numpy.save writes it: version 1.0, the header padded to a multiple of 64. */
    private Path npy(final String name, final String type, final String shape, final int... body) throws IOException {
        final var text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        final int length = (10 + text.length() + 1 + 63) / 64 * 64 - 10;
        final var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[]{(byte)0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte)length, (byte)(length >> 8)});
        file.writeBytes((text + " ".repeat(length - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        for (final int value : body) {
            file.write(value);
        }
        return write(name, file.toByteArray());
    }

    private Path write(final String name, final byte[] content) throws IOException {
        return Files.write(m_folder.getRoot().toPath().resolve(name), content);
    }
}
