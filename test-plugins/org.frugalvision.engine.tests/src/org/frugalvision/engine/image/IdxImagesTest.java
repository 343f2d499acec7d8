// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

import org.frugalvision.engine.run.DataException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** IDX files of images and of labels, good and bad. */
public final class IdxImagesTest {

    /** Two grey images of 2 rows and 3 columns. */
    private static final byte[] TWO =
        IdxFile.of(new int[]{0x803, 2, 2, 3}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255);

    /** The files. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void readsGreyImages() throws IOException {
        try (var images = IdxImages.open(file("a.idx", TWO), ChannelOrder.LAST)) {
            assertEquals(2, images.count());
            assertEquals(new ImageShape(1, 2, 3), images.shape());
            assertArrayEquals(new byte[]{1, 2, 3, 4, 5, 6}, images.next());
            assertArrayEquals(new byte[]{7, 8, 9, 10, 11, -1}, images.next());
            assertFalse(images.hasNext());
            assertThrows(NoSuchElementException.class, images::next);
        }
    }

    @Test
    public void unpacksGzipWhateverTheName() throws IOException {
        try (var images = IdxImages.open(file("a.idx", IdxFile.packed(TWO)), ChannelOrder.LAST)) {
            assertArrayEquals(new byte[]{1, 2, 3, 4, 5, 6}, images.next());
            assertTrue(images.hasNext());
        }
    }

    @Test
    public void bringsChannelsFromLastToFirst() throws IOException {
        final var file = file("a.idx", IdxFile.of(new int[]{0x804, 1, 1, 2, 4}, 1, 2, 3, 4, 5, 6, 7, 8));

        try (var images = IdxImages.open(file, ChannelOrder.LAST)) {
            assertEquals(new ImageShape(4, 1, 2), images.shape());
            assertArrayEquals(new byte[]{1, 5, 2, 6, 3, 7, 4, 8}, images.next());
        }
    }

    @Test
    public void leavesChannelsThatStandFirst() throws IOException {
        final var file = file("a.idx", IdxFile.of(new int[]{0x804, 1, 4, 1, 2}, 1, 2, 3, 4, 5, 6, 7, 8));

        try (var images = IdxImages.open(file, ChannelOrder.FIRST)) {
            assertEquals(new ImageShape(4, 1, 2), images.shape());
            assertArrayEquals(new byte[]{1, 2, 3, 4, 5, 6, 7, 8}, images.next());
        }
    }

    @Test
    public void findsChannelsWhereTheyCanBe() throws IOException {
        final var file = file("a.idx", IdxFile.of(new int[]{0x804, 1, 3, 2, 2}, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));

        try (var images = IdxImages.open(file, ChannelOrder.AUTO)) {
            assertEquals(new ImageShape(3, 2, 2), images.shape());
        }
    }

    @Test
    public void readsAFileWithoutImages() throws IOException {
        try (var images = IdxImages.open(file("a.idx", IdxFile.of(new int[]{0x803, 0, 28, 28})), ChannelOrder.LAST)) {
            assertEquals(0, images.count());
            assertFalse(images.hasNext());
        }
    }

    @Test
    public void refusesAMissingFile() {
        final var file = m_folder.getRoot().toPath().resolve("none.idx");

        assertEquals("File \"" + file + "\": there is no such file.", complaint(file).getMessage());
        assertEquals(List.of("Correct the path."), complaint(file).fixes());
    }

    @Test
    public void refusesAFolder() {
        final var folder = m_folder.getRoot().toPath();

        assertEquals("File \"" + folder + "\": this is a folder, not a file.", complaint(folder).getMessage());
    }

    @Test
    public void refusesAnEmptyFile() throws IOException {
        assertProblem("the file is empty.", new byte[0]);
        assertProblem("the file is empty.", IdxFile.packed(new byte[0]));
    }

    @Test
    public void refusesALabelsFile() throws IOException {
        assertProblem("this is no IDX file of images: it must start with 0x00000803 or 0x00000804, but starts with "
            + "0x00000801.", IdxFile.of(new int[]{0x801, 1}, 5));
    }

    @Test
    public void refusesAnotherKindOfFile() throws IOException {
        assertProblem("this is no IDX file of images: it must start with 0x00000803 or 0x00000804, but starts with "
            + "0x89504E47.", new byte[]{(byte)0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        assertProblem("this is no IDX file of images: it must start with 0x00000803 or 0x00000804, but starts with "
            + "0x00.", new byte[1]);
    }

    @Test
    public void refusesAFileThatEndsInItsHeader() throws IOException {
        assertProblem("the file ends after 9 bytes, in the middle of its header.", Arrays.copyOf(TWO, 9));
    }

    @Test
    public void refusesATruncatedFileBeforeReadingImages() throws IOException {
        assertProblem("the header announces 2 images of 3 x 2 pixels, 1 channel (12 bytes), but the data end after 11 "
            + "bytes.", Arrays.copyOf(TWO, TWO.length - 1));
    }

    @Test
    public void refusesATruncatedPackedFileWhereItEnds() throws IOException {
        final var file = file("a.idx.gz", IdxFile.packed(Arrays.copyOf(TWO, TWO.length - 1)));
        try (var images = IdxImages.open(file, ChannelOrder.LAST)) {
            images.next();

            assertEquals("File \"" + file + "\": the header announces 2 images of 3 x 2 pixels, 1 channel (12 bytes), "
                + "but the data end after 11 bytes.", assertThrows(DataException.class, images::next).getMessage());
        }
    }

    @Test
    public void refusesEveryPrefixOfAPackedFile() throws IOException {
        final var whole = IdxFile.packed(TWO);
        for (int length = 0; length < whole.length; length++) {
            final var file = file("a.idx.gz", Arrays.copyOf(whole, length));

            final var complaint = assertThrows("prefix of " + length, DataException.class, () -> readAll(file));

            assertTrue(complaint.getMessage(), complaint.getMessage().startsWith("File \"" + file + "\": "));
        }
    }

    @Test
    public void refusesDamagedGzipData() throws IOException {
        final var damaged = IdxFile.packed(TWO);
        damaged[damaged.length - 6] ^= 1;
        final var file = file("a.idx.gz", damaged);

        assertEquals("File \"" + file + "\": the packed data are damaged (Corrupt GZIP trailer).",
            assertThrows(DataException.class, () -> readAll(file)).getMessage());
    }

    @Test
    public void refusesDataAfterTheLastImage() throws IOException {
        final var file = file("a.idx", Arrays.copyOf(TWO, TWO.length + 3));

        assertEquals("File \"" + file + "\": more data follow after the 2 images that the header announces.",
            assertThrows(DataException.class, () -> readAll(file)).getMessage());
    }

    @Test
    public void believesNoAbsurdHeader() throws IOException {
        assertProblem("the header announces 2,147,483,647 images of 28 x 28 pixels, 1 channel "
            + "(1,683,627,179,248 bytes), but the data end after 0 bytes.",
                IdxFile.of(new int[]{0x803, Integer.MAX_VALUE, 28, 28}));
        assertProblem("the header announces images of more than 67,108,864 values.",
            IdxFile.of(new int[]{0x803, 1, 1 << 30, 1 << 30}));
        assertProblem("the header announces images of more than 67,108,864 values.",
            IdxFile.packed(IdxFile.of(new int[]{0x804, 1, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE})));
        assertProblem("the header announces a dimension of 4,294,967,295.", IdxFile.of(new int[]{0x803, 1, -1, 28}));
        assertProblem("the header announces a dimension of 0.", IdxFile.of(new int[]{0x803, 1, 0, 28}));
    }

    @Test
    public void readsTheLabelsOfTheImages() throws IOException {
        final var labels = file("labels.idx", IdxFile.packed(IdxFile.of(new int[]{0x801, 2}, 9, 255)));
        try (var images = IdxImages.open(file("a.idx", TWO), ChannelOrder.LAST)) {
            assertArrayEquals(new int[]{9, 255}, images.readLabels(labels));
        }
    }

    @Test
    public void refusesLabelsOfAnotherNumber() throws IOException {
        final var labels = file("labels.idx", IdxFile.of(new int[]{0x801, 3}, 1, 2, 3));
        try (var images = IdxImages.open(file("a.idx", TWO), ChannelOrder.LAST)) {
            final var complaint = assertThrows(DataException.class, () -> images.readLabels(labels));

            assertEquals("File \"" + labels + "\": it holds 3 labels, but \"a.idx\" holds 2 images.",
                complaint.getMessage());
            assertEquals(List.of("Choose the labels file that belongs to the images."), complaint.fixes());
        }
    }

    @Test
    public void refusesBadLabelsFiles() throws IOException {
        assertLabelsProblem("the header announces 3 labels, but the data end after 2.",
            IdxFile.of(new int[]{0x801, 3}, 1, 2));
        assertLabelsProblem("more data follow after the 1 label that the header announces.",
            IdxFile.of(new int[]{0x801, 1}, 1, 2));
        assertLabelsProblem("this is no IDX file of labels: it must start with 0x00000801, but starts with 0x00000803.",
            TWO);
        assertLabelsProblem("the header announces 2,147,483,647 labels, but the data end after 0.",
            IdxFile.packed(IdxFile.of(new int[]{0x801, Integer.MAX_VALUE})));
        assertLabelsProblem("the file is empty.", new byte[0]);
    }

    private void assertProblem(final String problem, final byte[] content) throws IOException {
        final var file = file("bad.idx", content);

        assertEquals("File \"" + file + "\": " + problem, complaint(file).getMessage());
    }

    private void assertLabelsProblem(final String problem, final byte[] content) throws IOException {
        final var file = file("bad-labels.idx", content);

        assertEquals("File \"" + file + "\": " + problem,
            assertThrows(DataException.class, () -> IdxLabels.read(file)).getMessage());
    }

    private static DataException complaint(final Path file) {
        return assertThrows(DataException.class, () -> IdxImages.open(file, ChannelOrder.LAST));
    }

    private static void readAll(final Path file) {
        try (var images = IdxImages.open(file, ChannelOrder.LAST)) {
            while (images.hasNext()) {
                images.next();
            }
        }
    }

    private Path file(final String name, final byte[] content) throws IOException {
        return Files.write(m_folder.getRoot().toPath().resolve(name), content);
    }
}
