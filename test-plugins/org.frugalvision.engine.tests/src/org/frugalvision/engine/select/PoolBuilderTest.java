// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.junit.Test;

/** Pools made image by image. */
public final class PoolBuilderTest {

    private static final Supplier<DecodedImage> NEVER = () -> {
        throw new AssertionError("The image was decoded without need.");
    };

    @Test
    public void decodesNothingThatNobodyNeeds() throws CanceledException {
        final var pool = new PoolBuilder(Set.of(Need.LABELS)).add("a", 1, NEVER).add("b", -1, NEVER).build();

        assertEquals(2, pool.size());
        assertEquals("b", pool.id(1));
        assertArrayEquals(new int[]{1, -1}, pool.get(Need.LABELS));
    }

    @Test
    public void refusesANeedThatWasNotTold() {
        final var pool = new PoolBuilder(Set.of(Need.LABELS)).add("a", 1, NEVER).build();

        assertEquals("The pool was made without thumbnails.",
            assertThrows(IllegalArgumentException.class, () -> pool.get(Need.THUMBNAILS)).getMessage());
    }

    @Test
    public void takesImagesOfDifferentSizes() throws CanceledException {
        final var pool = new PoolBuilder(Set.of(Need.THUMBNAILS)).add("a", 0, image(1, 20, 30, 51))
            .add("b", 0, image(1, 8, 100, 102)).build();

        final var thumbnails = pool.get(Need.THUMBNAILS);

        assertEquals(64, thumbnails[0].length);
        assertEquals(0.2f, thumbnails[0][17], 1e-6);
        assertEquals(0.4f, thumbnails[1][63], 1e-6);
    }

    @Test
    public void refusesImagesOfDifferentChannels() {
        final var builder = new PoolBuilder(Set.of(Need.THUMBNAILS)).add("a", 0, image(1, 20, 30, 51));

        assertEquals(
            "Row \"b\": the image has 30 x 20 pixels, 3 channels, which does not go with the images before it.",
            assertThrows(DataException.class, () -> builder.add("b", 0, image(3, 20, 30, 51))).getMessage());
    }

    private static Supplier<DecodedImage> image(final int channels, final int height, final int width,
        final int value) {
        final var shape = new ImageShape(channels, height, width);
        final var values = new byte[shape.size()];
        Arrays.fill(values, (byte)value);
        return () -> new DecodedImage(shape, values);
    }
}
