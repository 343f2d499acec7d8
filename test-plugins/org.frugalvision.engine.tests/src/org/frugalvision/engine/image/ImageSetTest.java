// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Sets of images, in memory and beyond it. */
public final class ImageSetTest {

    private static final ImageShape SHAPE = new ImageShape(1, 1, 2);

    private static final List<String> CLASSES = List.of("cat", "dog");

    /** Temporary files of sets. */
    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void theFingerprintOfALargeSetCanBeCanceled() throws CanceledException {
        final ImageSet set = three();
        final int[] asked = {0};
        final RunControl second = new RunControl() {

            @Override
            public void progress(final double fraction, final String message) {
                throw new AssertionError(message);
            }

            @Override
            public void checkCanceled() throws CanceledException {
                if (++asked[0] == 2) {
                    throw new CanceledException();
                }
            }
        };

        assertThrows(CanceledException.class, () -> set.fingerprint(second));
        assertEquals(three().fingerprint(), set.fingerprint(second));
    }

    @Test
    public void handsOutValuesBetweenZeroAndOne() {
        final var set = three();
        final var target = new float[]{9, 9, 9, 9};

        set.readPixels(1, target, 1);

        assertArrayEquals(new float[]{9, 0, 1, 9}, target, 0);
    }

    @Test
    public void knowsLabelsIdsAndWeights() {
        final var set = three();

        assertEquals(3, set.size());
        assertEquals(SHAPE, set.shape());
        assertEquals(SampleType.U8, set.type());
        assertEquals(CLASSES, set.classes());
        assertArrayEquals(new int[]{0, 1, ImageSet.UNLABELLED}, set.labels());
        assertEquals("b", set.id(1));
        assertEquals(1, set.weight(0), 0);
        assertEquals(0.5, set.weight(2), 0);
    }

    @Test
    public void subsetKeepsTheGivenOrderAndRepeats() {
        final var subset = three().subset(2, 0, 2).subset(1, 0);

        assertEquals(List.of("a", "c"), List.of(subset.id(0), subset.id(1)));
        assertArrayEquals(new int[]{0, ImageSet.UNLABELLED}, subset.labels());
        assertEquals(0.5, subset.weight(1), 0);
        final var target = new float[2];
        subset.readPixels(0, target, 0);
        assertArrayEquals(new float[]{51 / 255f, 102 / 255f}, target, 0);
    }

    @Test
    public void subsetDoesNotFollowItsIndices() {
        final int[] indices = {0};
        final var subset = three().subset(indices);
        indices[0] = 2;

        assertEquals("a", subset.id(0));
    }

    @Test
    public void refusesIndicesOutside() {
        final var set = three();

        assertThrows(IndexOutOfBoundsException.class, () -> set.subset(3));
        assertThrows(IndexOutOfBoundsException.class, () -> set.readPixels(3, new float[2], 0));
        assertThrows(IndexOutOfBoundsException.class, () -> set.readPixels(-1, new float[2], 0));
        assertThrows(IndexOutOfBoundsException.class, () -> set.subset(0).label(1));
    }

    @Test
    public void doesNotFollowTheArrayThatWasAdded() {
        final byte[] values = {1, 2};
        final var set = new ImageSetBuilder(SHAPE, CLASSES).add("a", values, 0).build();
        values[0] = 77;

        final var target = new float[2];
        set.readPixels(0, target, 0);

        assertArrayEquals(new float[]{1 / 255f, 2 / 255f}, target, 0);
    }

    @Test
    public void fingerprintIsThatOfTheContent() {
        assertEquals(three().fingerprint(), three().fingerprint());
        assertEquals(three().fingerprint(), three().subset(0, 1, 2).fingerprint());
        assertNotEquals(three().fingerprint(), three().subset(0, 2, 1).fingerprint());
        assertNotEquals(three().fingerprint(),
            builder().add("c", new byte[]{3, 5}, ImageSet.UNLABELLED, 0.5).build().fingerprint());
    }

    @Test
    public void keepsImagesOfManySegmentsAndOfAFileAlike() {
        final var shape = new ImageShape(3, 64, 64);
        final var inMemory = new ImageSetBuilder(shape, List.of());
        final var inFile = new ImageSetBuilder(shape, List.of(), 7L * shape.size(), m_folder.getRoot().toPath());
        final var random = new Random(1);
        for (int i = 0; i < 800; i++) {
            final var values = new byte[shape.size()];
            random.nextBytes(values);
            inMemory.add("Row" + i, values, ImageSet.UNLABELLED);
            inFile.add("Row" + i, values, ImageSet.UNLABELLED);
        }

        final var set = inFile.build();

        assertEquals(inMemory.build().fingerprint(), set.fingerprint());
        set.discard();
    }

    @Test
    public void makesNoFileForWhatFitsInMemory() {
        new ImageSetBuilder(SHAPE, CLASSES, 4, m_folder.getRoot().toPath()).add("a", new byte[2], 0)
            .add("b", new byte[2], 0).build();

        assertEquals(0, m_folder.getRoot().list().length);
    }

    @Test
    public void leavesNoFileBehind() throws IOException {
        final var set =
            new ImageSetBuilder(SHAPE, CLASSES, 0, m_folder.getRoot().toPath()).add("a", new byte[2], 0).build();

        set.discard();

        try (var files = Files.list(m_folder.getRoot().toPath())) {
            assertEquals(0, files.count());
        }
        assertThrows(DataException.class, () -> set.readPixels(0, new float[2], 0));
    }

    @Test
    public void discardedBuilderTakesNothingMore() {
        final var builder =
            new ImageSetBuilder(SHAPE, CLASSES, 0, m_folder.getRoot().toPath()).add("a", new byte[2], 0);

        builder.discard();

        assertThrows(IllegalStateException.class, () -> builder.add("b", new byte[2], 0));
    }

    @Test
    public void refusesAnImageOfAnotherSize() {
        final var complaint =
            assertThrows(DataException.class, () -> builder().add("r9", new byte[3], 0));

        assertEquals("Row \"r9\": the image has 3 values, but 2 (2 x 1 pixels, 1 channel) were expected.",
            complaint.getMessage());
    }

    @Test
    public void refusesImpossibleLabelsAndWeights() {
        assertEquals("Label 2 is none of 2 classes.",
            assertThrows(IllegalArgumentException.class, () -> builder().add("r", new byte[2], 2)).getMessage());
        assertEquals("Row \"r\": the weight must be a number of at least 0, but is NaN.",
            assertThrows(DataException.class, () -> builder().add("r", new byte[2], 0, Double.NaN)).getMessage());
    }

    @Test
    public void refusesAClassTwice() {
        assertEquals("Class names must be unique, but are [a, a].",
            assertThrows(IllegalArgumentException.class, () -> new ImageSetBuilder(SHAPE, List.of("a", "a")))
                .getMessage());
    }

    private static ImageSetBuilder builder() {
        return new ImageSetBuilder(SHAPE, CLASSES).add("a", new byte[]{51, 102}, 0).add("b", new byte[]{0, -1}, 1);
    }

    private static ImageSet three() {
        return builder().add("c", new byte[]{3, 4}, ImageSet.UNLABELLED, 0.5).build();
    }
}
