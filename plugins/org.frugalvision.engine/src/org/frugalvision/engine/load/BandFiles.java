// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.stream.MemoryCacheImageInputStream;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;

/**
 * Decodes image files with all they have: any number of bands, of 8 or 16 bits, as stored. Only TIFF and PNG can have
 * more than {@link ImageFiles} gives; all others, palettes and samples of fewer than 8 bits are decoded there.
 */
final class BandFiles {

    private static final int BIT_DEPTH_OF_PNG = 24;

    private BandFiles() {
    }

    /** As {@link ImageFiles#decode}, without loss. */
    static DecodedImage decode(final byte[] file, final long mostPixels) throws RejectedException {
        final var format = ImageFormat.of(file).orElse(null);
        final boolean more = format == ImageFormat.TIFF || format == ImageFormat.PNG && isDeep(file);
        return more ? samples(format, file, mostPixels) : ImageFiles.decode(file, mostPixels);
    }

    /** Whether {@link ImageFiles#decode} rounds the values of this readable file. */
    static boolean isDeep(final byte[] file) throws RejectedException {
        final var format = ImageFormat.of(file).orElse(null);
        if (format == ImageFormat.PNG) {
            return file[BIT_DEPTH_OF_PNG] == Short.SIZE;
        }
        return format == ImageFormat.TIFF && bitsOfTiff(file) > Byte.SIZE;
    }

    private static int bitsOfTiff(final byte[] file) throws RejectedException {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            final var reader = Readers.of(ImageFormat.TIFF);
            try {
                reader.setInput(in, false, true);
                return reader.getImageTypes(0).next().getSampleModel().getSampleSize(0);
            } finally {
                reader.dispose();
            }
        } catch (final IOException | RuntimeException e) {
            // ImageIO's readers answer damaged files with exceptions of every kind
            throw unreadable(ImageFormat.TIFF, e);
        }
    }

    private static DecodedImage samples(final ImageFormat format, final byte[] file, final long mostPixels)
        throws RejectedException {
        if (format == ImageFormat.PNG) {
            // checks size and checksums, which the reader does not
            ImageFiles.decode(file, mostPixels);
        }
        try {
            final BufferedImage image = ImageFiles.read(format, file, mostPixels);
            final int bits = image.getSampleModel().getSampleSize(0);
            final int kind = image.getRaster().getTransferType();
            if (image.getColorModel() instanceof IndexColorModel || bits < Byte.SIZE) {
                return ImageFiles.decode(file, mostPixels);
            }
            if (bits == Byte.SIZE && kind == DataBuffer.TYPE_BYTE) {
                return samples(image.getRaster(), SampleType.U8);
            }
            if (bits == Short.SIZE && kind == DataBuffer.TYPE_USHORT) {
                return samples(image.getRaster(), SampleType.U16);
            }
            throw new RejectedException("its values are no unsigned numbers of 8 or 16 bits");
        } catch (final IOException | RuntimeException e) {
            // see above
            throw unreadable(format, e);
        }
    }

    private static DecodedImage samples(final Raster raster, final SampleType type) {
        final int bands = raster.getNumBands();
        final int width = raster.getWidth();
        final var shape = new ImageShape(bands, raster.getHeight(), width);
        final var values = new byte[Math.multiplyExact(shape.size(), type.bytes())];
        final var line = new int[width];
        int next = 0;
        for (int band = 0; band < bands; band++) {
            for (int y = 0; y < shape.height(); y++) {
                raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, line);
                for (final int value : line) {
                    if (type == SampleType.U16) {
                        values[next++] = (byte)(value >> Byte.SIZE);
                    }
                    values[next++] = (byte)value;
                }
            }
        }
        return new DecodedImage(shape, type, values);
    }

    private static RejectedException unreadable(final ImageFormat format, final Exception e) {
        return new RejectedException("it is no readable %s image (%s)".formatted(format, e.getMessage()), e);
    }
}
