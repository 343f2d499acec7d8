// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.picture.ErrorBarChart.Line;
import org.junit.Test;

/** Curves with error bars. */
public final class ErrorBarChartTest {

    @Test
    public void longerBarsTakeMoreRoom() {
        final int without = colored(chart(0));
        final int with = colored(chart(0.2));

        assertTrue(without + " and " + with, with > without + 100);
    }

    @Test
    public void drawsASinglePointAndLongNames() {
        final Line point = new Line("n".repeat(500), new double[]{5}, new double[]{0.5}, new double[]{0});

        assertEquals(new ImageShape(3, 540, 900),
            decode(new ErrorBarChart("t", "x", "y", List.of(point)).png()).shape());
        decode(new ErrorBarChart("t", "x", "y", List.of(point)).png(true));
    }

    private static DecodedImage chart(final double error) {
        final double[] x = {10, 20, 30};
        return decode(new ErrorBarChart("t", "x", "y", List.of(
            new Line("random", x, new double[]{0, 0.5, 1}, new double[3]),
            new Line("other", x, new double[]{0.5, 0.5, 0.5}, new double[]{error, error, error}))).png(true));
    }

    /** Pixels of the second curve. */
    private static int colored(final DecodedImage picture) {
        final int pixels = picture.shape().height() * picture.shape().width();
        int count = 0;
        for (int i = 0; i < pixels; i++) {
            final int color =
                picture.value(i) << 16 | picture.value(pixels + i) << 8 | picture.value(2 * pixels + i);
            count += color == 0x0072B2 ? 1 : 0;
        }
        return count;
    }

    private static DecodedImage decode(final byte[] png) {
        return PngImages.decode(png, "Picture");
    }
}
