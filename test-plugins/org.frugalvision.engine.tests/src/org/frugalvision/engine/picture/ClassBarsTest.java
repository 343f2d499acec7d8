// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.junit.Test;

/** Numbers of images of classes as bars. */
public final class ClassBarsTest {

    private static final int BEFORE = 0x999999;

    private static final int AFTER = 0x0072B2;

    @Test
    public void barsAreAsHighAsTheirNumbers() {
        final var picture = decode(new ClassBars(List.of("a", "b"), new int[]{100, 50}, new int[]{100, 25}).png(true));

        assertEquals(new ImageShape(3, 540, 900), picture.shape());
        assertEquals("150 to 125 images", 1.2, count(picture, BEFORE) / (double)count(picture, AFTER), 0.02);
    }

    /** A name that stands twice once it is cut has bars of its own. */
    @Test
    public void alikeNamesStayApart() {
        final String name = "a very long name of a class, longer than any axis has room for, number ";
        final var picture = decode(new ClassBars(List.of(name + "1 of them", name + "2 of them"), new int[]{100, 100},
            new int[]{0, 0}).png());

        assertTrue("two bars", edges(picture) >= 4);
    }

    @Test
    public void drawsManyClassesAsCurves() {
        final var classes = IntStream.range(0, 1000).mapToObj(c -> "class " + c).toList();
        final int[] counts = IntStream.range(0, 1000).map(c -> 1000 - c).toArray();

        assertEquals(new ImageShape(3, 540, 900), decode(new ClassBars(classes, counts, counts).png()).shape());
    }

    @Test
    public void drawsWhatIsEmpty() {
        decode(new ClassBars(List.of(" "), new int[1], new int[1]).png());
        decode(new ClassBars(List.of("a"), new int[1], new int[1]).png(true));
    }

    /** Where the colour of bars begins or ends on a line low in the plot. */
    private static int edges(final DecodedImage picture) {
        int edges = 0;
        for (int x = 1; x < picture.shape().width(); x++) {
            if (pixel(picture, x, 300) == BEFORE != (pixel(picture, x - 1, 300) == BEFORE)) {
                edges++;
            }
        }
        return edges;
    }

    private static int count(final DecodedImage picture, final int colour) {
        return (int)IntStream.range(0, picture.shape().height() * picture.shape().width())
            .filter(i -> pixel(picture, i % picture.shape().width(), i / picture.shape().width()) == colour).count();
    }

    private static int pixel(final DecodedImage picture, final int x, final int y) {
        final int pixels = picture.shape().height() * picture.shape().width();
        final int i = y * picture.shape().width() + x;
        return picture.value(i) << 16 | picture.value(pixels + i) << 8 | picture.value(2 * pixels + i);
    }

    private static DecodedImage decode(final byte[] png) {
        return PngImages.decode(png, "Picture");
    }
}
