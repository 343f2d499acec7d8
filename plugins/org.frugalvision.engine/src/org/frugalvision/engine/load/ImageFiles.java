// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.tiff.TiffException;
import org.frugalvision.engine.tiff.TiffFile;
import org.frugalvision.engine.webp.LossyException;
import org.frugalvision.engine.webp.LossyImage;

/**
 * Decodes image files: PNG (as {@link PngImages} does), JPEG (also in the colours of printers), GIF and WebP (the first
 * image, on its canvas), BMP, and TIFF (as {@link TiffFile} does). The same rules hold for all: what a file is, its
 * first bytes tell; its size in pixels is checked before anything is decoded; images are turned upright as the file
 * says; colour profiles are ignored; a palette of greys is grey. A file with pixel data missing is rejected, even where
 * a part of the image could be shown; damage to what stands beside the pixels is not looked at. Never throws anything
 * else than {@link RejectedException} for whatever bytes.
 */
public final class ImageFiles {

    private ImageFiles() {
    }

    /**
     * Decodes an image as a picture of 8 bits; 16 bits are rounded to the nearest of them.
     *
     * @param file the bytes of a file; only read
     * @param mostPixels larger images are rejected before they are decoded
     * @return 1 (grey), 3 (RGB) or 4 channels (RGB and alpha)
     * @throws RejectedException if the file gives no image
     */
    public static DecodedImage decode(final byte[] file, final long mostPixels) throws RejectedException {
        return read(file, mostPixels).picture();
    }

    /** Decodes an image with all its bands and bits. */
    static FileImage read(final byte[] file, final long mostPixels) throws RejectedException {
        if (file.length == 0) {
            throw new RejectedException("the file is empty");
        }
        final var format = ImageFormat.of(file).orElseThrow(() -> new RejectedException(
            ForeignFiles.reason(file).orElse("it is no PNG, JPEG, GIF, BMP, TIFF or WebP image")));
        try {
            return switch (format) {
                case PNG -> FileImage.of(png(file, mostPixels));
                case JPEG -> FileImage.of(JpegImages.decode(file, mostPixels));
                case TIFF -> tiff(file, mostPixels);
                case GIF -> FileImage.of(gif(file, mostPixels));
                case BMP -> FileImage.of(Reading.of(format, BmpFile.plain(file), mostPixels,
                    reader -> StoredValues.of(reader.read(0))));
                case WEBP -> FileImage.of(webp(file, mostPixels));
            };
        } catch (final TiffException e) {
            throw new RejectedException(e.getMessage(), e);
        } catch (final IOException | RuntimeException e) {
            // readers answer damaged files with exceptions of every kind; those of programmers' mistakes say nothing
            final boolean told = e instanceof IOException && e.getMessage() != null;
            throw new RejectedException("it is no readable %s image (%s)".formatted(format,
                told ? e.getMessage() : "its data are damaged"), e);
        }
    }

    private static DecodedImage png(final byte[] file, final long mostPixels) throws RejectedException {
        try {
            final var shape = PngImages.shape(file, "File");
            Reading.checkSize(shape.width(), shape.height(), mostPixels);
            return PngImages.decodeDeep(file, "File");
        } catch (final DataException e) {
            throw new RejectedException(e.getCause().getMessage(), e);
        }
    }

    private static FileImage tiff(final byte[] file, final long mostPixels) throws TiffException, RejectedException {
        final var tiff = new TiffFile(file);
        Reading.checkSize(tiff.width(), tiff.height(), mostPixels);
        return new FileImage(tiff.orientation().apply(tiff.read()), tiff.alpha());
    }

    private static DecodedImage gif(final byte[] file, final long mostPixels) throws RejectedException {
        final var gif = new GifFile(file);
        Reading.checkSize(gif.width(), gif.height(), mostPixels);
        return gif.read();
    }

    private static DecodedImage webp(final byte[] file, final long mostPixels) throws IOException, RejectedException {
        final var webp = new WebpFile(file);
        final var canvas = webp.canvas();
        if (canvas.isPresent()) {
            Reading.checkSize(canvas.get().width(), canvas.get().height(), mostPixels);
        }
        final var image = webp.lossy().isPresent() ? lossy(webp, mostPixels) : unpacked(webp, mostPixels);
        return webp.orientation().apply(canvas.isPresent() ? canvas.get().place(image) : image);
    }

    private static DecodedImage unpacked(final WebpFile webp, final long mostPixels)
        throws IOException, RejectedException {
        return Reading.of(ImageFormat.WEBP, webp.image(), mostPixels, reader -> StoredValues.of(reader.read(0)));
    }

    /** Packed alpha is what the library has to unpack. */
    private static DecodedImage lossy(final WebpFile webp, final long mostPixels)
        throws IOException, RejectedException {
        try {
            final var lossy = new LossyImage(webp.lossy().orElseThrow());
            Reading.checkSize(lossy.width(), lossy.height(), mostPixels);
            final var colours = lossy.read();
            if (!webp.hasAlpha()) {
                return colours;
            }
            final var plain = webp.plainAlpha();
            return plain.isPresent() ? plain.get().apply(colours)
                : WebpAlpha.join(colours, unpacked(webp, mostPixels));
        } catch (final LossyException e) {
            throw new RejectedException("its data are damaged (%s)".formatted(e.getMessage()), e);
        }
    }
}
