// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

/** Shapes of images. */
public final class ImageShapeTest {

    @Test
    public void hasAsManyValuesAsChannelsTimesPixels() {
        assertEquals(3 * 20 * 10, new ImageShape(3, 20, 10).size());
    }

    @Test
    public void readsWidthFirst() {
        assertEquals("10 x 20 pixels, 3 channels", new ImageShape(3, 20, 10).toString());
        assertEquals("28 x 28 pixels, 1 channel", new ImageShape(1, 28, 28).toString());
    }

    @Test
    public void refusesNothingAndTooMuch() {
        assertEquals("An image of 1 channels, 0 rows and 5 columns is not possible.",
            assertThrows(IllegalArgumentException.class, () -> new ImageShape(1, 0, 5)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ImageShape(2, 32768, 32768));
        assertThrows(IllegalArgumentException.class, () -> new ImageShape(65536, 65536, 65536));
        assertEquals(1 << 30, new ImageShape(1, 32768, 32768).size());
    }
}
