// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

/** Images of 8 and 16 bits and any number of bands. */
public final class DecodedImageTest {

    /** Two bands of two pixels: 0, 256 and 65,535, 513. */
    private static final DecodedImage DEEP =
        new DecodedImage(new ImageShape(2, 1, 2), SampleType.U16, new byte[]{0, 0, 1, 0, -1, -1, 2, 1});

    @Test
    public void valuesAreUnsigned() {
        assertEquals(256, DEEP.value(1));
        assertEquals(65_535, DEEP.value(2));
        assertEquals(513, DEEP.value(3));
        assertEquals(255, new DecodedImage(new ImageShape(1, 1, 1), new byte[]{-1}).value(0));
    }

    @Test
    public void widenedValuesAreTheSameShare() {
        final var wide = new DecodedImage(new ImageShape(1, 1, 3), new byte[]{0, 1, -1}).widened();

        assertEquals(SampleType.U16, wide.type());
        assertArrayEquals(new byte[]{0, 0, 1, 1, -1, -1}, wide.values());
        assertSame(DEEP, DEEP.widened());
    }

    @Test
    public void previewOfAnOrdinaryImageIsItself() {
        final var rgb = new DecodedImage(new ImageShape(3, 1, 1), new byte[]{1, 2, 3});

        assertSame(rgb, rgb.preview());
    }

    /** Bands 0..2 of six, each from its smallest to its largest value: 100, 300, 200 become 0, 255, 127.5. */
    @Test
    public void previewStretchesTheFirstThreeBands() {
        final var values = new byte[6 * 3 * 2];
        final int[] bands = {100, 300, 200, 7, 7, 7, 0, 65_535, 0};
        for (int i = 0; i < bands.length; i++) {
            values[2 * i] = (byte)(bands[i] >> 8);
            values[2 * i + 1] = (byte)bands[i];
        }

        final var preview = new DecodedImage(new ImageShape(6, 1, 3), SampleType.U16, values).preview();

        assertEquals(new ImageShape(3, 1, 3), preview.shape());
        assertArrayEquals(new byte[]{0, -1, -128, 0, 0, 0, 0, -1, 0}, preview.values());
    }

    @Test
    public void previewOfTwoBandsIsGrey() {
        final var preview = DEEP.preview();

        assertEquals(new ImageShape(1, 1, 2), preview.shape());
        assertArrayEquals(new byte[]{0, -1}, preview.values());
    }

    @Test
    public void refusesAnotherNumberOfBytes() {
        assertEquals("An image of 1 x 1 pixels, 1 channel of 16 bits has not 1 bytes.",
            assertThrows(IllegalArgumentException.class,
                () -> new DecodedImage(new ImageShape(1, 1, 1), SampleType.U16, new byte[1])).getMessage());
    }

    /** The mean of 257 and 65,535 is 32,896; in the scale of 8 bits a 257th of it. */
    @Test
    public void resizesSixteenBits() {
        final var image = new DecodedImage(new ImageShape(1, 1, 2), SampleType.U16, new byte[]{1, 1, -1, -1});

        assertArrayEquals(new double[]{128}, Resize.exact(image, 1, 1), 1e-9);
        assertArrayEquals(new byte[]{-128, -128}, Resize.rounded(image, 1, 1).values());
        assertArrayEquals(image.values(), Resize.rounded(image, 1, 2).values());
    }
}
