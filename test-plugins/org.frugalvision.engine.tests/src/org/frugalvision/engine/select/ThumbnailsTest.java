// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** Small versions of images. */
public final class ThumbnailsTest {

    @Test
    public void takesImagesOfDifferentSizes() {
        final var collected = new Thumbnails();
        collected.add("a", image(1, 20, 30, 51));
        collected.add("b", image(1, 8, 100, 102));

        final float[][] thumbnails = collected.compute(RunControl.none());

        assertEquals(64, thumbnails[0].length);
        assertEquals(0.2f, thumbnails[0][17], 1e-6);
        assertEquals(0.4f, thumbnails[1][63], 1e-6);
    }

    @Test
    public void refusesImagesOfDifferentChannels() {
        final var thumbnails = new Thumbnails();
        thumbnails.add("a", image(1, 20, 30, 51));

        assertEquals(
            "Row \"b\": the image has 30 x 20 pixels, 3 channels, which does not go with the images before it.",
            assertThrows(DataException.class, () -> thumbnails.add("b", image(3, 20, 30, 51))).getMessage());
    }

    private static DecodedImage image(final int channels, final int height, final int width, final int value) {
        final var shape = new ImageShape(channels, height, width);
        final var values = new byte[shape.size()];
        Arrays.fill(values, (byte)value);
        return new DecodedImage(shape, values);
    }
}
