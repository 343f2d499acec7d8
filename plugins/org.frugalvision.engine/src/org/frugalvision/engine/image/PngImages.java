// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.awt.image.BufferedImage;

import org.frugalvision.engine.run.DataException;

/**
 * Turns values into PNG images and back, without loss for 8 bits per value. Header and checksums are verified before
 * anything is allocated.
 * <ul>
 * <li>Written: 1 channel = grey, 3 = RGB, 4 = RGB and alpha (not premultiplied), 8 bits each.</li>
 * <li>Read: grey = 1 channel, RGB = 3; palette = 3, or 1 where it holds greys only, or 4 where it has transparent
 * colours; grey with alpha = 4 (grey in R, G and B); RGB with alpha = 4. A single transparent colour (tRNS of grey or
 * RGB) is alpha, too: 0 where a pixel has that colour. Fewer than 8 bits are scaled to 0..255; 16 bits are rounded to
 * the nearest of 8. The image is turned upright as its Exif data say (chunk eXIf). Gamma and colour profiles are
 * ignored: the values stay as stored. Damage outside the pixel data, such as a missing end, is ignored as well.</li>
 * </ul>
 */
public final class PngImages {

    private PngImages() {
    }

    /**
     * Encodes an image. Cost: O(values).
     *
     * @param shape 1, 3 or 4 channels
     * @param values unsigned bytes, CHW; only read
     * @return a PNG file
     * @throws IllegalArgumentException for another number of channels or values
     */
    public static byte[] encode(final ImageShape shape, final byte[] values) {
        return PngEncoder.encode(shape, values);
    }

    /**
     * Encodes a picture that was drawn.
     *
     * @param picture only read
     * @return a PNG file
     */
    public static byte[] encode(final BufferedImage picture) {
        return ImageEncoding.write(picture, "png");
    }

    /**
     * Decodes an image.
     *
     * @param png a PNG file; only read
     * @param where the place for complaints, e.g. {@code Row "r17"}
     * @return shape and values
     * @throws DataException if the bytes are no intact PNG image, with the place and the reason
     */
    public static DecodedImage decode(final byte[] png, final String where) {
        return decode(png, false, where);
    }

    /**
     * The same with all bits of the file.
     *
     * @param png a PNG file; only read
     * @param where the place for complaints
     * @return shape and values, in 16 bits where the file has them, otherwise in 8
     * @throws DataException as {@link #decode}
     */
    public static DecodedImage decodeDeep(final byte[] png, final String where) {
        return decode(png, true, where);
    }

    private static DecodedImage decode(final byte[] png, final boolean deep, final String where) {
        try {
            return PngDecoder.decode(PngChunks.read(png), deep);
        } catch (final PngFormatException e) {
            throw damaged(where, e);
        }
    }

    /**
     * Reads the shape that {@link #decode} would give, without decoding the values.
     *
     * @param png a PNG file; only read
     * @param where the place for complaints
     * @return the shape
     * @throws DataException if the chunks of the file are not intact
     */
    public static ImageShape shape(final byte[] png, final String where) {
        try {
            return PngChunks.read(png).shape();
        } catch (final PngFormatException e) {
            throw damaged(where, e);
        }
    }

    private static DataException damaged(final String where, final PngFormatException e) {
        return new DataException(where, "this is no readable PNG image (" + e.getMessage() + ").", e,
            "Remove the image.", "Load or convert it again.");
    }
}
