// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.awt.image.Raster;
import java.io.IOException;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.Orientation;

/**
 * Decodes JPEG files. The platform's reader gives the samples as they are stored, of a file from which all was taken
 * that is no pixel; which colours they are is decided here: profiles would make it slow and the values others.
 */
final class JpegImages {

    private static final int APP1 = 0xE1;

    private static final int JFIF = 0xE0;

    private static final int RED_GREEN_BLUE = 3;

    private JpegImages() {
    }

    static DecodedImage decode(final byte[] file, final long mostPixels) throws IOException, RejectedException {
        final var jpeg = new JpegFile(file);
        final var samples =
            Reading.of(ImageFormat.JPEG, jpeg.pixels(), mostPixels, reader -> reader.readRaster(0, null));
        final var image = switch (samples.getNumBands()) {
            case 1 -> stored(samples);
            case RED_GREEN_BLUE -> isRgb(jpeg) ? stored(samples) : colours(samples);
            case PrintersJpeg.INKS -> PrintersJpeg.decode(jpeg, samples);
            default -> throw new RejectedException("it has %d colors, which are not read of JPEG"
                .formatted(samples.getNumBands()));
        };
        return jpeg.find(APP1, "Exif\0\0").map(Orientation::ofExif).orElse(Orientation.UPRIGHT).apply(image);
    }

    /** As the library of the Independent JPEG Group decides, and with it nearly all programs. */
    private static boolean isRgb(final JpegFile jpeg) {
        if (jpeg.find(JFIF, "JFIF\0").isPresent()) {
            return false;
        }
        final var adobe = PrintersJpeg.transform(jpeg);
        if (adobe.isPresent()) {
            return adobe.get() == 0;
        }
        final int[] names = jpeg.colours();
        return names[0] == 'R' && names[1] == 'G' && names[2] == 'B';
    }

    private static DecodedImage stored(final Raster samples) {
        final int bands = samples.getNumBands();
        final var shape = new ImageShape(bands, samples.getHeight(), samples.getWidth());
        final var values = new byte[shape.size()];
        byte[] row = null;
        for (int y = 0; y < shape.height(); y++) {
            row = (byte[])samples.getDataElements(0, y, shape.width(), 1, row);
            for (int i = 0; i < row.length; i++) {
                values[(i % bands * shape.height() + y) * shape.width() + i / bands] = row[i];
            }
        }
        return new DecodedImage(shape, values);
    }

    /** ITU-T T.871, in numbers of 16 binary places as everywhere, so that values are the same. */
    private static DecodedImage colours(final Raster samples) {
        final var shape = new ImageShape(RED_GREEN_BLUE, samples.getHeight(), samples.getWidth());
        final int area = shape.height() * shape.width();
        final var values = new byte[shape.size()];
        byte[] row = null;
        for (int y = 0; y < shape.height(); y++) {
            row = (byte[])samples.getDataElements(0, y, shape.width(), 1, row);
            int from = 0;
            for (int to = y * shape.width(); to < (y + 1) * shape.width(); to++) {
                final int brightness = row[from] & 0xFF;
                final int blue = (row[from + 1] & 0xFF) - 128;
                final int red = (row[from + 2] & 0xFF) - 128;
                values[to] = clipped(brightness + (91_881 * red + 32_768 >> 16));
                values[area + to] = clipped(brightness + (-22_554 * blue - 46_802 * red + 32_768 >> 16));
                values[2 * area + to] = clipped(brightness + (116_130 * blue + 32_768 >> 16));
                from += RED_GREEN_BLUE;
            }
        }
        return new DecodedImage(shape, values);
    }

    private static byte clipped(final int value) {
        return (byte)(value < 0 ? 0 : value > 255 ? 255 : value);
    }
}
