// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Random;

import org.frugalvision.engine.run.DataException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Image sets of 16 bits. */
public final class DeepImageSetTest {

    private static final ImageShape BANDS = new ImageShape(6, 16, 16);

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void valuesAreSharesOfTheLargest() {
        final var images = new ImageSetBuilder(new ImageShape(3, 1, 1), SampleType.U16, List.of())
            .add("a", new byte[]{0, 0, 51, 51, -1, -1}, ImageSet.UNLABELLED).build();
        final var pixels = new float[4];

        images.readPixels(0, pixels, 1);

        assertEquals(SampleType.U16, images.type());
        assertArrayEquals(new float[]{0, 0, 0.2f, 1}, pixels, 0);
    }

    @Test
    public void widenedImagesGiveTheSameFloats() {
        final var shape = new ImageShape(1, 16, 16);
        final var values = new byte[256];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)i;
        }
        final var narrow = new ImageSetBuilder(shape, List.of()).add("a", values, ImageSet.UNLABELLED).build();
        final var wide = new ImageSetBuilder(shape, SampleType.U16, List.of())
            .add("a", new DecodedImage(shape, values).widened().values(), ImageSet.UNLABELLED).build();

        assertArrayEquals(pixels(narrow, 0), pixels(wide, 0), 0);
        assertNotEquals(narrow.fingerprint(), wide.fingerprint());
    }

    @Test
    public void sixBandsComeBackFromTheTemporaryFile() throws IOException {
        final var memory = new ImageSetBuilder(BANDS, SampleType.U16, List.of("x"));
        // the first image stays in memory, the others do not
        final var spilled = new ImageSetBuilder(BANDS, SampleType.U16, List.of("x"), 2L * BANDS.size(),
            m_folder.getRoot().toPath());
        final var random = new Random(5);
        for (int i = 0; i < 3; i++) {
            final var values = new byte[2 * BANDS.size()];
            random.nextBytes(values);
            memory.add("i" + i, values, 0);
            spilled.add("i" + i, values, 0);
        }
        final ImageSet expected = memory.build();
        final ImageSet images = spilled.build();

        for (int i = 0; i < 3; i++) {
            assertArrayEquals(pixels(expected, i), pixels(images, i), 0);
        }
        assertEquals(expected.fingerprint(), images.fingerprint());
        images.discard();
    }

    @Test
    public void memoryIsCountedInBytes() {
        final var builder = new ImageSetBuilder(new ImageShape(1, 1, 4), SampleType.U16, List.of(), 8,
            m_folder.getRoot().toPath().resolve("none"));

        builder.add("a", new byte[8], ImageSet.UNLABELLED);

        assertThrows("the second goes to the folder", DataException.class,
            () -> builder.add("b", new byte[8], ImageSet.UNLABELLED));
    }

    @Test
    public void refusesImagesOfEightBits() {
        final var builder = new ImageSetBuilder(new ImageShape(1, 1, 4), SampleType.U16, List.of());

        assertEquals("Row \"a\": the image has 2 values, but 4 (4 x 1 pixels, 1 channel) were expected.",
            assertThrows(DataException.class, () -> builder.add("a", new byte[4], ImageSet.UNLABELLED)).getMessage());
    }

    private static float[] pixels(final ImageSet images, final int i) {
        final var pixels = new float[images.shape().size()];
        images.readPixels(i, pixels, 0);
        return pixels;
    }
}
