// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;
import org.junit.Test;

/** Heat over images. */
public final class HeatOverlayTest {

    @Test
    public void coldPlacesShowTheImageInGray() {
        final DecodedImage image = new DecodedImage(new ImageShape(3, 1, 2), bytes(255, 0, 0, 255, 0, 0));

        // 0.299 x 255 = 76, 0.587 x 255 = 150
        assertArrayEquals(bytes(76, 150, 76, 150, 76, 150), HeatOverlay.of(image, new float[2], 1).values());
    }

    /** A quarter of the image's 100 and three quarters of the color; five and three eighths. */
    @Test
    public void heatGoesFromVioletOverRedToYellow() {
        final DecodedImage image = new DecodedImage(new ImageShape(1, 1, 2), bytes(100, 100));
        final byte[] values = HeatOverlay.of(image, new float[]{1, 0.5f}, 1).values();

        assertArrayEquals(bytes(216, 147, 205, 75, 97, 75), values);
    }

    @Test
    public void picturesAreEnlargedByWholePixels() {
        final DecodedImage overlay = HeatOverlay.of(new DecodedImage(new ImageShape(1, 1, 2), bytes(1, 2)),
            new float[2], 3);

        assertEquals(new ImageShape(3, 3, 6), overlay.shape());
        for (int i = 0; i < overlay.values().length; i++) {
            assertEquals(i % 6 < 3 ? 1 : 2, overlay.values()[i]);
        }
    }

    @Test
    public void transparentPixelsLieOnWhiteAndBandsAreStretched() {
        assertArrayEquals(bytes(255, 255, 255), HeatOverlay.of(
            new DecodedImage(new ImageShape(4, 1, 1), bytes(9, 9, 9, 0)), new float[1], 1).values());
        // two bands of 16 bits: the first alone, from its smallest to its largest value
        assertArrayEquals(bytes(0, 255, 0, 255, 0, 255), HeatOverlay.of(new DecodedImage(new ImageShape(2, 1, 2),
            SampleType.U16, bytes(0, 5, 0, 9, 1, 1, 2, 2)), new float[2], 1).values());
    }

    @Test
    public void heatAloneIsGray() {
        final DecodedImage grays = HeatOverlay.grays(new float[]{0, 0.5f, 1}, new ImageShape(5, 1, 3));

        assertEquals(new ImageShape(1, 1, 3), grays.shape());
        assertArrayEquals(bytes(0, 128, 255), grays.values());
    }

    private static byte[] bytes(final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte)values[i];
        }
        return bytes;
    }
}
