// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.run.DataException;

/**
 * Decodes image files: PNG (as {@link PngImages} does), JPEG (turned upright as its Exif data say; also in
 * the colours of printers), GIF (first frame), BMP, TIFF (first page, up to 4 bands) and WebP. What a file is, its
 * first bytes tell; its size in pixels is checked before anything is decoded. 16 bits are rounded to the nearest of 8;
 * colour profiles are ignored where values are grey or RGB. A file with data missing is rejected, even where a part of
 * the image could be shown. Never throws anything else than {@link RejectedException} for whatever bytes.
 */
public final class ImageFiles {

    /** What is wanted of a reader that has been set to a file of acceptable size. */
    @FunctionalInterface
    private interface Reading<T> {

        T of(ImageReader reader) throws IOException, RejectedException;
    }

    private ImageFiles() {
    }

    /**
     * Decodes an image.
     *
     * @param file the bytes of a file; only read
     * @param mostPixels larger images are rejected before they are decoded
     * @return 1 (grey), 3 (RGB) or 4 channels (RGB and alpha)
     * @throws RejectedException if the file gives no image
     */
    public static DecodedImage decode(final byte[] file, final long mostPixels) throws RejectedException {
        if (file.length == 0) {
            throw new RejectedException("the file is empty");
        }
        final var format = ImageFormat.of(file)
            .orElseThrow(() -> new RejectedException(ImageFormat.isBigTiff(file)
                ? "it is a BigTIFF image, which is not read; convert it to TIFF"
                : "it is no PNG, JPEG, GIF, BMP, TIFF or WebP image"));
        if (format == ImageFormat.PNG) {
            return decodePng(file, mostPixels);
        }
        final var image = decode(format, file, mostPixels);
        return format == ImageFormat.JPEG ? Orientation.of(file).apply(image) : image;
    }

    private static DecodedImage decodePng(final byte[] file, final long mostPixels) throws RejectedException {
        try {
            final var shape = PngImages.shape(file, "File");
            checkSize(shape.width(), shape.height(), mostPixels);
            return PngImages.decode(file, "File");
        } catch (final DataException e) {
            throw new RejectedException(e.getCause().getMessage(), e);
        }
    }

    private static DecodedImage decode(final ImageFormat format, final byte[] file, final long mostPixels)
        throws RejectedException {
        try {
            if (format == ImageFormat.JPEG && JpegSegments.colours(file) == PrintersJpeg.INKS) {
                return read(format, file, mostPixels, reader -> PrintersJpeg.decode(file, reader));
            }
            return values(read(format, file, mostPixels));
        } catch (final IOException | RuntimeException e) {
            // ImageIO's readers answer damaged files with exceptions of every kind
            throw new RejectedException("it is no readable %s image (%s)".formatted(format, e.getMessage()), e);
        }
    }

    /** The image as it is stored, of whatever colours. */
    static BufferedImage read(final ImageFormat format, final byte[] file, final long mostPixels)
        throws IOException, RejectedException {
        final var prediction = format == ImageFormat.TIFF ? TiffPrediction.of(file) : Optional.<TiffPrediction>empty();
        final BufferedImage image =
            read(format, prediction.map(TiffPrediction::file).orElse(file), mostPixels, reader -> reader.read(0));
        prediction.ifPresent(p -> p.undo(image.getRaster()));
        return image;
    }

    private static <T> T read(final ImageFormat format, final byte[] file, final long mostPixels,
        final Reading<T> reading) throws IOException, RejectedException {
        final var warnings = new FirstWarning();
        final var reader = Readers.of(format);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, false, true);
            reader.addIIOReadWarningListener(warnings);
            checkSize(reader.getWidth(0), reader.getHeight(0), mostPixels);
            final T result = reading.of(reader);
            if (warnings.text().isPresent()) {
                throw new RejectedException("its data are damaged (%s)".formatted(warnings.text().get()));
            }
            return result;
        } finally {
            reader.dispose();
        }
    }

    private static void checkSize(final long width, final long height, final long mostPixels) throws RejectedException {
        if (width * height > mostPixels) {
            throw new RejectedException("it has %d x %d pixels, more than the limit of %d".formatted(width, height,
                mostPixels));
        }
    }

    /**
     * Grey and RGB samples of 8 or 16 bits as they are stored, 16 rounded to the nearest of 8; all others by way of
     * their colours.
     */
    private static DecodedImage values(final BufferedImage image) throws RejectedException {
        final var raster = image.getRaster();
        final int bands = raster.getNumBands();
        final int bits = raster.getSampleModel().getSampleSize(0);
        final boolean stored = !(image.getColorModel() instanceof IndexColorModel) && (bands == 1 || bands == 3)
            && (bits == 8 || bits == 16 && raster.getTransferType() == DataBuffer.TYPE_USHORT);
        if (!stored && bands > 4) {
            throw new RejectedException("it has %d bands, more than 4".formatted(bands));
        }
        final int channels = stored ? bands : image.getColorModel().hasAlpha() ? 4 : 3;
        final var shape = new ImageShape(channels, image.getHeight(), image.getWidth());
        final var values = new byte[shape.size()];
        final int area = shape.height() * shape.width();
        final var row = new int[shape.width() * channels];
        for (int y = 0; y < shape.height(); y++) {
            if (stored) {
                raster.getPixels(0, y, shape.width(), 1, row);
            } else {
                readColours(image, y, channels, row);
            }
            for (int channel = 0; channel < channels; channel++) {
                int position = channel * area + y * shape.width();
                for (int i = channel; i < row.length; i += channels) {
                    values[position++] = (byte)(stored && bits == 16 ? (row[i] + 128) / 257 : row[i]);
                }
            }
        }
        return new DecodedImage(shape, values);
    }

    private static void readColours(final BufferedImage image, final int y, final int channels, final int[] row) {
        for (int x = 0; x < image.getWidth(); x++) {
            final int colour = image.getRGB(x, y);
            row[x * channels] = colour >> 16;
            row[x * channels + 1] = colour >> 8;
            row[x * channels + 2] = colour;
            if (channels == 4) {
                row[x * channels + 3] = colour >>> 24;
            }
        }
    }
}
