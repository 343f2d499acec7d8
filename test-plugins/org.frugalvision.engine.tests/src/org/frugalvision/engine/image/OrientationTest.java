// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.nio.ByteBuffer;

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
    public void turnsSixteenBits() {
        final var image = new DecodedImage(new ImageShape(2, 1, 2), SampleType.U16, new byte[]{1, 2, 3, 4, 5, 6, 7, 8});

        final var turned = new Orientation(6).apply(image);

        assertEquals(new ImageShape(2, 2, 1), turned.shape());
        assertArrayEquals(new byte[]{1, 2, 3, 4, 5, 6, 7, 8}, turned.values());
        assertArrayEquals(new byte[]{3, 4, 1, 2, 7, 8, 5, 6}, new Orientation(2).apply(image).values());
    }

    @Test
    public void readsNumbersOfEveryLengthInBothByteOrders() {
        assertRead(6, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0);
        assertRead(8, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0);
        assertRead(6, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 4, 0, 0, 0, 1, 0, 0, 0, 6);
        assertRead(5, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 4, 0, 1, 0, 0, 0, 5, 0, 0, 0);
        assertRead(3, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 1, 0, 0, 0, 1, 3, 0, 0, 0);
        assertRead(6, 'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0,
            0, 0);
    }

    @Test
    public void isUprightWhereNothingReadableIsSaid() {
        assertRead(1);
        assertRead(1, 'I');
        assertRead(1, 'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0);
        assertRead(1, 'I', 'I', 42, 0, 99, 99, 99, 99, 1, 0);
        assertRead(1, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 9, 0, 0, 0);
        assertRead(1, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 2, 0, 1, 0, 0, 0, 6, 0, 0, 0);
    }

    private static void assertRead(final int code, final int... exif) {
        final var bytes = ByteBuffer.allocate(exif.length);
        for (final int value : exif) {
            bytes.put((byte)value);
        }
        assertEquals(new Orientation(code), Orientation.ofExif(bytes.flip()));
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
