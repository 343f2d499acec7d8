// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.junit.Test;

/** Something watched. */
public final class MonitorChartTest {

    private static final Curve NONE = new Curve("none", new double[0], new double[0], false);

    private static final Curve WATCHED =
        new Curve("watched", new double[]{1, 2, 3}, new double[]{0.1, Double.NaN, 1.2}, false);

    @Test
    public void marksWarningsAndAlarms() {
        final Curve mark = new Curve("mark", new double[]{3}, new double[]{1.2}, false);

        assertTrue(orange(new MonitorChart("t", "x", "y", List.of(WATCHED), mark, NONE).png(true), 0xE69F00) > 20);
        assertTrue(orange(new MonitorChart("t", "x", "y", List.of(WATCHED), NONE, mark).png(true), 0xD55E00) > 20);
        assertEquals(0, orange(new MonitorChart("t", "x", "y", List.of(WATCHED), NONE, NONE).png(true), 0xD55E00));
    }

    @Test
    public void drawsWithoutAnythingToShow() {
        final Curve gaps = new Curve("gaps", new double[]{1}, new double[]{Double.NaN}, false);

        assertEquals(new ImageShape(3, 540, 900), PngImages
            .decode(new MonitorChart("t", "x", "y", List.of(gaps), NONE, NONE).png(), "Picture").shape());
    }

    private static int orange(final byte[] png, final int wanted) {
        final DecodedImage picture = PngImages.decode(png, "Picture");
        final int pixels = picture.shape().height() * picture.shape().width();
        int count = 0;
        for (int i = 0; i < pixels; i++) {
            final int color =
                picture.value(i) << 16 | picture.value(pixels + i) << 8 | picture.value(2 * pixels + i);
            count += color == wanted ? 1 : 0;
        }
        return count;
    }
}
