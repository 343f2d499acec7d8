// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.awt.image.BufferedImage;

import org.frugalvision.engine.run.DataException;

/**
 * Turns values into PNG images and back with ImageIO, without loss for 8 bits per value. Header and checksums are
 * verified beforehand, because ImageIO checks no checksum and allocates whatever a header claims.
 * <ul>
 * <li>Written: 1 channel = grey, 3 = RGB, 4 = RGB and alpha (not premultiplied), 8 bits each.</li>
 * <li>Read: grey = 1 channel, RGB = 3; palette = 3, or 4 where it has transparent colours; grey with alpha = 4 (grey in
 * R, G and B); RGB with alpha = 4. Fewer than 8 bits are scaled to 0..255; 16 bits are rounded to the nearest of 8. A
 * single transparent colour (tRNS of grey or RGB), gamma and colour profiles are ignored: the values stay as
 * stored.</li>
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
        try {
            return PngDecoder.decode(PngChunks.read(png), png);
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
