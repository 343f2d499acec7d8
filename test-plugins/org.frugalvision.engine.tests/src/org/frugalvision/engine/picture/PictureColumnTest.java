// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.junit.Test;

/** Pictures one above the other. */
public final class PictureColumnTest {

    @Test
    public void theFirstIsAtTheTop() {
        final byte[] one = PngImages.encode(new ImageShape(3, 1, 2), new byte[]{1, 2, 3, 4, 5, 6});
        final byte[] two = PngImages.encode(new ImageShape(3, 2, 2), new byte[]{7, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9});

        final DecodedImage both = PngImages.decode(PictureColumn.png(List.of(one, two)), "Both");
        assertEquals(new ImageShape(3, 3, 2), both.shape());
        assertArrayEquals(new byte[]{1, 2, 7, 7, 7, 7, 3, 4, 8, 8, 8, 8, 5, 6, 9, 9, 9, 9}, both.values());
    }
}
