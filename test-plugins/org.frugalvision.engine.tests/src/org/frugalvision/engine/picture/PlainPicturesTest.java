// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.PngImages;
import org.junit.Test;

/** Charts without text. */
public final class PlainPicturesTest {

    private static final List<Color> COLOURS = List.of(Color.WHITE, new Color(100, 200, 50), Color.BLACK);

    @Test
    public void drawsEveryCellInTheColourOfItsShare() {
        final var picture = decode(PlainPictures.cells(new double[][]{{0, 0.25}, {0.5, 1}}, 10, COLOURS));

        assertEquals(2 * 10 + 2 * 20, picture.shape().width());
        assertEquals(0xFFFFFF, pixel(picture, 25, 25));
        assertEquals(0xB2E499, pixel(picture, 35, 25));
        assertEquals(0x64C832, pixel(picture, 25, 35));
        assertEquals(0x000000, pixel(picture, 35, 35));
        assertEquals("margin", 0xFFFFFF, pixel(picture, 45, 45));
    }

    /** A falling line on the left axis, a rising one on the right: both cross in the middle. */
    @Test
    public void drawsEveryCurveOverItsOwnAxis() {
        final var colours = List.of(Color.RED, Color.BLUE);
        final var picture = decode(PlainPictures.curves(200, 140, List.of(Curve.perEpoch("loss", 3, 1)),
            List.of(Curve.perEpoch("accuracy", 0.25, 0.75)), colours));

        assertEquals(0xFF0000, pixel(picture, 60, 45));
        assertEquals(0x0000FF, pixel(picture, 60, 95));
    }

    @Test
    public void drawsASinglePointAndNoCurves() {
        final var point = decode(PlainPictures.curves(200, 140, List.of(Curve.perEpoch("loss", 3)), List.of(),
            List.of(Color.RED)));
        final var nothing = decode(PlainPictures.curves(200, 140, List.of(), List.of(), List.of(Color.RED)));

        assertTrue(red(point) > 0);
        assertEquals(0, red(nothing));
    }

    @Test
    public void leavesGaps() {
        final var picture = decode(PlainPictures.curves(200, 140,
            List.of(Curve.perEpoch("loss", 1, 1, Double.NaN, 1, 2)), List.of(), List.of(Color.RED)));

        assertTrue(pixel(picture, 40, 119) != 0xFFFFFF);
        assertEquals(0, IntStream.range(70, 130).filter(x -> pixel(picture, x, 118) != 0xFFFFFF).count());
    }

    private static DecodedImage decode(final byte[] png) {
        return PngImages.decode(png, "Picture");
    }

    private static int pixel(final DecodedImage picture, final int x, final int y) {
        final int area = picture.shape().height() * picture.shape().width();
        final int i = y * picture.shape().width() + x;
        return (picture.values()[i] & 0xFF) << 16 | (picture.values()[area + i] & 0xFF) << 8
            | picture.values()[2 * area + i] & 0xFF;
    }

    private static long red(final DecodedImage picture) {
        return IntStream.range(0, picture.shape().height()).boxed()
            .flatMap(y -> IntStream.range(0, picture.shape().width()).mapToObj(x -> pixel(picture, x, y)))
            .filter(colour -> colour == 0xFF0000).count();
    }
}
