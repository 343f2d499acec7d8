// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;

import org.junit.Test;

/** What stands in a JPEG file beside the image. */
public final class JpegFileTest {

    /** A comment, fill bytes, an empty segment of Adobe, and a frame of four colours. */
    private static final byte[] FILE = {-1, (byte)0xD8, -1, (byte)0xFE, 0, 4, 'H', 'i', -1, -1, -1, (byte)0xEE, 0, 8,
        'A', 'd', 'o', 'b', 'e', 7, -1, (byte)0xC2, 0, 8, 8, 0, 1, 0, 1, 4, -1, (byte)0xDA, 0, 2};

    @Test
    public void findsASegmentByItsBeginning() {
        final var jpeg = new JpegFile(FILE);

        assertEquals(7, jpeg.find(0xEE, "Adobe").orElseThrow().get(0));
        assertEquals(1, jpeg.find(0xEE, "Adobe").orElseThrow().remaining());
        assertTrue(jpeg.find(0xEE, "Exif").isEmpty());
        assertTrue(jpeg.find(0xE1, "").isEmpty());
    }

    @Test
    public void tellsTheColours() {
        assertEquals(4, new JpegFile(FILE).colours().length);
    }

    @Test
    public void knowsNothingOfADamagedFile() {
        for (int length = 0; length < FILE.length - 4; length++) {
            final byte[] damaged = Arrays.copyOf(FILE, length);

            assertEquals(0, new JpegFile(damaged).colours().length);
            assertEquals("its data are damaged (it ends before its last scan)",
                assertThrows(RejectedException.class, () -> new JpegFile(damaged).pixels()).getMessage());
        }
    }
}
