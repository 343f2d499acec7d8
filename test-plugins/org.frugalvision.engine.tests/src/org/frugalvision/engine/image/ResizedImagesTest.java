// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.List;

import org.junit.Test;

/** Sets of images in another size. */
public final class ResizedImagesTest {

    private static final ImageShape SHAPE = new ImageShape(2, 2, 4);

    private final ImageSet m_images = new ImageSetBuilder(SHAPE, List.of("a", "b"))
        .add("dark", new byte[16], 1, 0.5)
        .add("ramp", new byte[]{0, 10, 20, 30, 40, 50, 60, 70, 1, 1, 2, 2, 3, 3, 4, 4}, 0).build();

    @Test
    public void averagesAreasWithoutRoundingToBytes() {
        final float[] values = new float[3];

        new ResizedImages(m_images, 1, 1).readPixels(1, values, 1);

        assertArrayEquals(new float[]{0, 35 / 255f, 2.5f / 255}, values, 1e-7f);
    }

    @Test
    public void everySizeIsThatOfResize() {
        for (final int[] size : new int[][]{{1, 2}, {2, 3}, {2, 4}, {3, 7}}) {
            final byte[] bytes = {0, 10, 20, 30, 40, 50, 60, 70, 1, 1, 2, 2, 3, 3, 4, 4};
            final double[] expected = Resize.exact(SHAPE, bytes, size[0], size[1]);
            final float[] values = new float[expected.length];

            new ResizedImages(m_images, size[0], size[1]).readPixels(1, values, 0);

            for (int i = 0; i < values.length; i++) {
                assertEquals(expected[i] / 255, values[i], 1e-7);
            }
        }
    }

    @Test
    public void everythingElseIsThatOfTheOtherSet() {
        final ImageSet resized = new ResizedImages(m_images, 1, 2);

        assertEquals(new ImageShape(2, 1, 2), resized.shape());
        assertEquals(2, resized.size());
        assertEquals(List.of("a", "b"), resized.classes());
        assertEquals(SampleType.U8, resized.type());
        assertArrayEquals(new int[]{1, 0}, resized.labels());
        assertEquals(0.5, resized.weight(0), 0);
        assertEquals("ramp", resized.subset(1).id(0));
        assertEquals(resized.shape(), resized.subset(1).shape());
        assertNotEquals(m_images.fingerprint(), resized.fingerprint());
    }
}
