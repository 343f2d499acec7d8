// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** Turning images upright. */
public final class OrientationTest {

    /** Stored as 1 2 3 over 4 5 6. */
    private static final DecodedImage STORED = new DecodedImage(new ImageShape(1, 2, 3), new byte[]{1, 2, 3, 4, 5, 6});

    @Test
    public void turnsEveryOrientationUpright() {
        assertTurned(1, 3, 1, 2, 3, 4, 5, 6);
        assertTurned(2, 3, 3, 2, 1, 6, 5, 4);
        assertTurned(3, 3, 6, 5, 4, 3, 2, 1);
        assertTurned(4, 3, 4, 5, 6, 1, 2, 3);
        assertTurned(5, 2, 1, 4, 2, 5, 3, 6);
        assertTurned(6, 2, 4, 1, 5, 2, 6, 3);
        assertTurned(7, 2, 6, 3, 5, 2, 4, 1);
        assertTurned(8, 2, 3, 6, 2, 5, 1, 4);
    }

    @Test
    public void turnsEveryChannel() {
        final var image = new DecodedImage(new ImageShape(3, 1, 2), new byte[]{1, 2, 3, 4, 5, 6});

        assertArrayEquals(new byte[]{2, 1, 4, 3, 6, 5}, new Orientation(3).apply(image).values());
    }

    @Test
    public void readsBothByteOrders() {
        assertEquals(new Orientation(6),
            Orientation.of(jpeg('I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0)));
        assertEquals(new Orientation(8),
            Orientation.of(jpeg('M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0)));
    }

    @Test
    public void isUprightWhereNothingReadableIsSaid() {
        assertEquals(Orientation.UPRIGHT, Orientation.of(jpeg('I', 'I', 42, 0, 8, 0, 0, 0, 0, 0)));
        assertEquals(Orientation.UPRIGHT, Orientation.of(jpeg('I', 'I', 42, 0, 99, 99, 99, 99, 1, 0)));
        assertEquals("code 9", Orientation.UPRIGHT,
            Orientation.of(jpeg('I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 9, 0, 0, 0)));
        assertEquals(Orientation.UPRIGHT, Orientation.of(new byte[]{-1, (byte)0xD8, -1}));
        assertEquals(Orientation.UPRIGHT, Orientation.of(new byte[]{-1, (byte)0xD8, -1, (byte)0xDA, 0, 2}));
    }

    /** The start of a JPEG file whose first segment holds Exif data. */
    static byte[] jpeg(final int... tiff) {
        final var start = new int[]{0xFF, 0xD8, 0xFF, 0xE1, 0, tiff.length + 8, 'E', 'x', 'i', 'f', 0, 0};
        final var file = new byte[start.length + tiff.length];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte)(i < start.length ? start[i] : tiff[i - start.length]);
        }
        return file;
    }

    private static void assertTurned(final int code, final int width, final int... values) {
        final var turned = new Orientation(code).apply(STORED);
        final var expected = new byte[values.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (byte)values[i];
        }
        assertEquals(new ImageShape(1, 6 / width, width), turned.shape());
        assertArrayEquals("orientation " + code, expected, turned.values());
    }
}
