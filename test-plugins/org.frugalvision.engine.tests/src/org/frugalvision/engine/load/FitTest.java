// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** Sizes and colours of images, by hand. */
public final class FitTest {

    /** 10 20 30 40 in one row. */
    private static final DecodedImage WIDE = new DecodedImage(new ImageShape(1, 1, 4), new byte[]{10, 20, 30, 40});

    @Test
    public void stretchesToTheSize() {
        assertArrayEquals(new byte[]{15, 35, 15, 35}, Fit.STRETCH.apply(WIDE, 2, 2, 0).values());
    }

    @Test
    public void padsAboveAndBelowAWideImage() {
        final var padded = Fit.PAD.apply(WIDE, 4, 4, 0x99);

        assertArrayEquals(bytes(0x99, 0x99, 0x99, 0x99, 10, 20, 30, 40, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99, 0x99),
            padded.values());
    }

    @Test
    public void padsLeftAndRightOfATallImage() {
        final var tall = new DecodedImage(new ImageShape(1, 3, 1), new byte[]{1, 2, 3});

        assertArrayEquals(new byte[]{0, 1, 0, 0, 2, 0, 0, 3, 0}, Fit.PAD.apply(tall, 3, 3, 0).values());
    }

    @Test
    public void padsEveryChannelInItsOwnColour() {
        final var pixel = new DecodedImage(new ImageShape(4, 1, 1), new byte[]{1, 2, 3, 4});

        final var padded = Fit.PAD.apply(pixel, 1, 2, 0x0A0B0C);

        assertArrayEquals(bytes(1, 10, 2, 11, 3, 12, 4, 255), padded.values());
    }

    @Test
    public void cropsTheEndsOfTheLongerSide() {
        assertArrayEquals(new byte[]{20},
            Fit.CROP.apply(new DecodedImage(new ImageShape(1, 1, 3), new byte[]{10, 20, 30}), 1, 1,
            0).values());
        assertArrayEquals(new byte[]{20, 30}, Fit.CROP.apply(WIDE, 1, 2, 0).values());
    }

    @Test
    public void fillsTheSizeWhateverTheProportions() {
        for (int oldHeight = 1; oldHeight < 9; oldHeight++) {
            for (int oldWidth = 1; oldWidth < 9; oldWidth++) {
                final var values = new byte[oldHeight * oldWidth];
                Arrays.fill(values, (byte)50);
                final var image = new DecodedImage(new ImageShape(1, oldHeight, oldWidth), values);
                for (final var fit : Fit.values()) {
                    final var fitted = fit.apply(image, 5, 7, 50);
                    assertEquals(new ImageShape(1, 5, 7), fitted.shape());
                    for (final byte value : fitted.values()) {
                        assertEquals(fit + " " + oldHeight + " " + oldWidth, 50, value);
                    }
                }
            }
        }
    }

    @Test
    public void weighsColoursToGrey() {
        final var image = new DecodedImage(new ImageShape(3, 1, 2), bytes(255, 10, 0, 20, 0, 30));

        // 0.299 x 255 = 76.2; 2.99 + 11.74 + 3.42 = 18.15
        assertArrayEquals(bytes(76, 18), Colours.GREY.apply(image, 0).values());
    }

    @Test
    public void letsTheBackgroundShineThrough() {
        final var image = new DecodedImage(new ImageShape(4, 1, 2), bytes(200, 200, 100, 100, 0, 0, 0, 51));

        assertArrayEquals(bytes(255, 244, 128, 122, 0, 0), Colours.RGB.apply(image, 0xFF8000).values());
    }

    @Test
    public void repeatsGreyForColours() {
        final var image = new DecodedImage(new ImageShape(1, 1, 2), new byte[]{1, 2});

        assertArrayEquals(new byte[]{1, 2, 1, 2, 1, 2}, Colours.RGB.apply(image, 0).values());
    }

    /** Of four bands the last is no opacity. */
    @Test
    public void bandsCountEquallyAndColoursWithTheirOpacity() {
        final var image = new DecodedImage(new ImageShape(4, 1, 2), new byte[]{10, 90, 20, 80, 30, 70, -1, 0});

        assertArrayEquals(new byte[]{50, 50, 50, (byte)128}, Fit.STRETCH.apply(image, 1, 1, -1).values());
        assertArrayEquals(new byte[]{10, 20, 30, (byte)128}, Fit.STRETCH.apply(image, 1, 1, 0).values());
    }

    @Test
    public void keepsWhatIsRightAlready() {
        assertEquals(WIDE, Colours.GREY.apply(WIDE, 0));
        assertEquals(WIDE, Colours.KEEP.apply(WIDE, 0));
    }

    private static byte[] bytes(final int... values) {
        final var bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)values[i];
        }
        return bytes;
    }
}
