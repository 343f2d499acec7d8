// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;

/**
 * Lays heat over an image. The image turns gray, so that color is heat alone: from violet (little) over red to yellow
 * (most), which grows lighter all the way and so can be told apart with color vision deficiencies. Where there is no
 * heat the image shows as it is; the hotter, the less of it.
 */
public final class HeatOverlay {

    private static final Color[] COLORS = {new Color(0x300080), new Color(0xE02020), new Color(0xFFF060)};

    /** How much of the color shows at the hottest place. */
    private static final double OPACITY = 0.75;

    private HeatOverlay() {
    }

    /**
     * Cost: O(factor^2 x pixels).
     *
     * @param image of any number of bands: 1, 3 and 4 bands of 8 bits as they are (transparent pixels on white), of
     *            others the first three, or the first alone, stretched, see {@link DecodedImage#preview}
     * @param heat one value for each place of the image, row after row, from 0 to 1
     * @param factor how much larger the picture is, at least 1; pixels stay squares
     * @return an image of 3 bands and 8 bits
     */
    public static DecodedImage of(final DecodedImage image, final float[] heat, final int factor) {
        final DecodedImage shown = image.preview();
        final int height = shown.shape().height();
        final int width = shown.shape().width();
        final ImageShape shape = new ImageShape(3, height * factor, width * factor);
        final int area = shape.height() * shape.width();
        final byte[] values = new byte[shape.size()];
        for (int i = 0; i < area; i++) {
            final int place = i / shape.width() / factor * width + i % shape.width() / factor;
            final Color color = color(heat[place]);
            final double cover = OPACITY * heat[place];
            final double gray = (1 - cover) * gray(shown, place);
            values[i] = (byte)Math.round(gray + cover * color.getRed());
            values[area + i] = (byte)Math.round(gray + cover * color.getGreen());
            values[2 * area + i] = (byte)Math.round(gray + cover * color.getBlue());
        }
        return new DecodedImage(shape, values);
    }

    /**
     * @param heat from 0 to 1
     * @param shape of an image of one band
     * @return the heat as grays from 0 to 255
     */
    public static DecodedImage grays(final float[] heat, final ImageShape shape) {
        final byte[] values = new byte[heat.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)Math.round(255 * heat[i]);
        }
        return new DecodedImage(new ImageShape(1, shape.height(), shape.width()), values);
    }

    /** How bright a pixel is for the eye, 0 to 255 (weights of ITU-R BT.601). */
    private static double gray(final DecodedImage image, final int place) {
        final int area = image.shape().height() * image.shape().width();
        if (image.shape().channels() == 1) {
            return image.value(place);
        }
        final double gray =
            0.299 * image.value(place) + 0.587 * image.value(area + place) + 0.114 * image.value(2 * area + place);
        if (image.shape().channels() == 3) {
            return gray;
        }
        final double opaque = image.value(3 * area + place) / 255.0;
        return opaque * gray + (1 - opaque) * 255;
    }

    private static Color color(final double heat) {
        final double position = heat * (COLORS.length - 1);
        final int index = Math.min((int)position, COLORS.length - 2);
        return Shade.between(COLORS[index], COLORS[index + 1], position - index);
    }
}
