// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.NoSuchElementException;

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
        try (var images = NpyImages.open(file, ChannelOrder.LAST)) {
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
        try (var last = NpyImages.open(npy("a.npy", "|u1", "(1, 1, 2, 3)", 1, 2, 3, 4, 5, 6), ChannelOrder.LAST);
            var first = NpyImages.open(npy("b.npy", "|u1", "(1, 3, 1, 2)", 1, 2, 3, 4, 5, 6), ChannelOrder.FIRST)) {
            assertEquals(new ImageShape(3, 1, 2), last.shape());
            assertArrayEquals(new byte[]{1, 4, 2, 5, 3, 6}, last.next());
            assertEquals(new ImageShape(3, 1, 2), first.shape());
            assertArrayEquals(new byte[]{1, 2, 3, 4, 5, 6}, first.next());
        }
    }

    @Test
    public void readsLabelsOfEveryIntegerType() throws IOException {
        try (var images = NpyImages.open(npy("a.npy", "|u1", "(2, 1, 1)", 1, 2), ChannelOrder.LAST)) {
            assertArrayEquals(new int[]{7, 255}, images.readLabels(npy("l.npy", "|u1", "(2,)", 7, 255)));
            assertArrayEquals(new int[]{7, 1}, images.readLabels(npy("l.npy", "|i1", "(2,)", 7, 1)));
            assertArrayEquals(new int[]{7, 256}, images.readLabels(npy("l.npy", "<i2", "(2,)", 7, 0, 0, 1)));
            assertArrayEquals(new int[]{7, 256}, images.readLabels(npy("l.npy", ">u2", "(2,)", 0, 7, 1, 0)));
            assertArrayEquals(new int[]{7, 256},
                images.readLabels(npy("l.npy", "<i8", "(2,)", 7, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)));
        }
    }

    @Test
    public void refusesBadLabels() throws IOException {
        try (var images = NpyImages.open(npy("a.npy", "|u1", "(2, 1, 1)", 1, 2), ChannelOrder.LAST)) {
            assertLabelsProblem(images,
                "labels must be one dimension of whole numbers, but have the shape (2) and type <f4.",
                npy("l.npy", "<f4", "(2,)", 0, 0, 0, 0, 0, 0, 0, 0));
            assertLabelsProblem(images, "it holds 3 labels, but \"a.npy\" holds 2 images.",
                npy("l.npy", "|u1", "(3,)", 1, 2, 3));
            assertLabelsProblem(images, "label 2 is -1, but labels must be at least 0.",
                npy("l.npy", "|i1", "(2,)", 1, 255));
            assertLabelsProblem(images, "the header announces 2 labels, but the data end after 1.",
                npy("l.npy", "|u1", "(2,)", 1));
        }
    }

    @Test
    public void refusesWhatIsNoArrayOfImages() throws IOException {
        assertProblem("this is no NumPy array file (.npy).",
            write("x.npy", "PK and more".getBytes(StandardCharsets.US_ASCII)));
        assertProblem("images must be of type uint8 or uint16, but are of type <f4.",
            npy("x.npy", "<f4", "(1, 1, 1)", 0, 0, 0, 0));
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
        try (var little = NpyImages.open(npy("l.npy", "<u2", "(1, 1, 2, 3)", 2, 1, 3, 0, 4, 0, 255, 255, 6, 0, 7, 0),
            ChannelOrder.LAST); var big = NpyImages.open(npy("b.npy", ">u2", "(1, 3, 1, 2)", 1, 2, 255, 255, 0, 3, 0, 6,
                0, 4, 0, 7), ChannelOrder.FIRST)) {
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

            assertThrows("prefix of " + length, DataException.class, () -> NpyImages.open(file, ChannelOrder.LAST));
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
            + "\": a CIFAR10 file holds 3,073 bytes per image, but after 1 image there are 5 bytes.",
            assertThrows(DataException.class, () -> CifarImages.open(file, CifarKind.CIFAR10)).getMessage());
        write("x.bin", new byte[0]);
        assertEquals("File \"" + file
            + "\": a CIFAR10 file holds 3,073 bytes per image, but after 0 images there are 0 bytes.",
            assertThrows(DataException.class, () -> CifarImages.open(file, CifarKind.CIFAR10)).getMessage());
        final var wrong = new byte[3073];
        wrong[0] = 10;
        write("x.bin", wrong);
        assertEquals("File \"" + file + "\": image 1 has label 10, but CIFAR10 has 10 classes.",
            assertThrows(DataException.class, () -> CifarImages.open(file, CifarKind.CIFAR10)).getMessage());
    }

    private static void assertProblem(final String problem, final Path file) {
        assertEquals("File \"" + file + "\": " + problem,
            assertThrows(DataException.class, () -> NpyImages.open(file, ChannelOrder.LAST)).getMessage());
    }

    private static void assertLabelsProblem(final NpyImages images, final String problem, final Path labels) {
        assertEquals("File \"" + labels + "\": " + problem,
            assertThrows(DataException.class, () -> images.readLabels(labels)).getMessage());
    }

    private static void assertReadProblem(final String problem, final Path file) {
        assertEquals("File \"" + file + "\": " + problem, assertThrows(DataException.class, () -> {
            try (var images = NpyImages.open(file, ChannelOrder.LAST)) {
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
