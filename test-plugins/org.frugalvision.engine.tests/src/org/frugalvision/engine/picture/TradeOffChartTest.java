// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import java.util.List;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.picture.TradeOffChart.Point;
import org.junit.Test;

/** What ways reach beside what they cost. */
public final class TradeOffChartTest {

    private static final int GRAY = 0x808080;

    @Test
    public void drawsALineThroughTheFrontOnly() {
        final int two = pixels(chart(true, true), GRAY);
        final int none = pixels(chart(false, false), GRAY);

        assertTrue(two + " and " + none, two > none + 100);
    }

    @Test
    public void longerBarsTakeMoreRoom() {
        final int blue = 0x0072B2;

        assertTrue(pixels(chart(true, true), blue) > pixels(decode(new TradeOffChart("t", "x", "y",
            List.of(new Point("a", 1, 0.9, 0.8, 1, true), new Point("b", 2, 0.5, 0.5, 0.5, true))).png(true)), blue));
    }

    @Test
    public void drawsNothingOnePointAndManyLongNames() {
        final Point point = new Point("n".repeat(500), 5, 0.5, 0.4, 0.6, true);

        assertEquals(new ImageShape(3, 540, 900), decode(new TradeOffChart("t", "x", "y", List.of()).png()).shape());
        assertEquals(new ImageShape(3, 540, 900),
            decode(new TradeOffChart("t", "x", "y", List.of(point)).png()).shape());
        decode(new TradeOffChart("t", "x", "y", Collections.nCopies(20, point)).png());
        decode(new TradeOffChart("t".repeat(500), "x", "y", List.of(new Point("zero", 0, 0, 0, 0, true))).png());
    }

    private static DecodedImage chart(final boolean first, final boolean second) {
        return decode(new TradeOffChart("t", "x", "y",
            List.of(new Point("a", 1, 0.9, 0.8, 1, first), new Point("b", 2, 0.5, 0.1, 0.9, second))).png(true));
    }

    private static int pixels(final DecodedImage picture, final int wanted) {
        final int pixels = picture.shape().height() * picture.shape().width();
        int count = 0;
        for (int i = 0; i < pixels; i++) {
            final int color =
                picture.value(i) << 16 | picture.value(pixels + i) << 8 | picture.value(2 * pixels + i);
            count += color == wanted ? 1 : 0;
        }
        return count;
    }

    private static DecodedImage decode(final byte[] png) {
        return PngImages.decode(png, "Picture");
    }
}
