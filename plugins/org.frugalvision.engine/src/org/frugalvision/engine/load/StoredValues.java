// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.Greys;
import org.frugalvision.engine.image.ImageShape;

/**
 * The values of an image that a reader gave: bytes of grey, RGB, or RGB and alpha as they are stored, a palette looked
 * up, and all others by way of their colours.
 */
final class StoredValues {

    private StoredValues() {
    }

    /** 1 channel for grey and palettes of greys, 3 for RGB, 4 with alpha. */
    static DecodedImage of(final BufferedImage image) {
        final boolean clear = image.getColorModel().hasAlpha();
        if (image.getColorModel() instanceof final IndexColorModel palette) {
            return lookedUp(image, clear || !holdsGreys(palette) ? clear ? 4 : 3 : 1);
        }
        final var raster = image.getRaster();
        final int bands = raster.getNumBands();
        final boolean stored = raster.getTransferType() == DataBuffer.TYPE_BYTE
            && raster.getSampleModel().getSampleSize(0) == Byte.SIZE && raster.getNumDataElements() == bands
            && (bands == 1 || bands == 3 || bands == 4 && clear && !image.isAlphaPremultiplied());
        return stored ? stored(image) : lookedUp(image, clear ? 4 : 3);
    }

    private static boolean holdsGreys(final IndexColorModel palette) {
        final var colours = new byte[3][palette.getMapSize()];
        palette.getReds(colours[0]);
        palette.getGreens(colours[1]);
        palette.getBlues(colours[2]);
        final var triples = new byte[3 * palette.getMapSize()];
        for (int i = 0; i < triples.length; i++) {
            triples[i] = colours[i % 3][i / 3];
        }
        return Greys.only(triples);
    }

    private static DecodedImage stored(final BufferedImage image) {
        final var raster = image.getRaster();
        final int bands = raster.getNumBands();
        final var shape = new ImageShape(bands, image.getHeight(), image.getWidth());
        final var values = new byte[shape.size()];
        int[] row = null;
        for (int y = 0; y < shape.height(); y++) {
            row = raster.getPixels(0, y, shape.width(), 1, row);
            for (int i = 0; i < row.length; i++) {
                values[(i % bands * shape.height() + y) * shape.width() + i / bands] = (byte)row[i];
            }
        }
        return new DecodedImage(shape, values);
    }

    private static DecodedImage lookedUp(final BufferedImage image, final int channels) {
        final var shape = new ImageShape(channels, image.getHeight(), image.getWidth());
        final var values = new byte[shape.size()];
        final int area = shape.height() * shape.width();
        for (int i = 0; i < area; i++) {
            final int colour = image.getRGB(i % shape.width(), i / shape.width());
            for (int channel = 0; channel < channels; channel++) {
                values[channel * area + i] = (byte)(channel == 3 ? colour >>> 24 : colour >> 16 - 8 * channel);
            }
        }
        return new DecodedImage(shape, values);
    }
}
