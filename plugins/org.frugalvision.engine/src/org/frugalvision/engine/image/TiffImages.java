// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Writes images of any number of bands, of 8 or 16 bits, as TIFF files without loss. */
public final class TiffImages {

    private TiffImages() {
    }

    /**
     * Encodes an image: not packed, band by band within a pixel; three bands of 8 bits as RGB, all others as plain
     * numbers. Cost: O(values).
     *
     * @param image any number of channels, 8 or 16 bits; only read
     * @return a TIFF file
     */
    public static byte[] encode(final DecodedImage image) {
        final ImageShape shape = image.shape();
        final int bands = shape.channels();
        final int kind = image.type() == SampleType.U8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        final WritableRaster raster =
            Raster.createInterleavedRaster(kind, shape.width(), shape.height(), bands, null);
        final var line = new int[shape.width()];
        int next = 0;
        for (int band = 0; band < bands; band++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < line.length; x++) {
                    line[x] = image.value(next++);
                }
                raster.setSamples(0, y, line.length, 1, band, line);
            }
        }
        final var colours = new ComponentColorModel(new Bands(bands), false, false, ColorModel.OPAQUE, kind);
        return ImageEncoding.write(new BufferedImage(colours, raster, false, null), "tiff");
    }

    /** Bands that mean no colours, which the writer asks for nevertheless. */
    private static final class Bands extends ColorSpace {

        private static final long serialVersionUID = 1;

        private static final int RED_GREEN_BLUE = 3;

        Bands(final int bands) {
            super(bands == RED_GREEN_BLUE ? TYPE_RGB : bands == 1 ? TYPE_GRAY : TYPE_FCLR, bands);
        }

        @Override
        public float[] toRGB(final float[] bands) {
            return new float[RED_GREEN_BLUE];
        }

        @Override
        public float[] fromRGB(final float[] colours) {
            return new float[getNumComponents()];
        }

        @Override
        public float[] toCIEXYZ(final float[] bands) {
            return new float[RED_GREEN_BLUE];
        }

        @Override
        public float[] fromCIEXYZ(final float[] colours) {
            return new float[getNumComponents()];
        }
    }
}
