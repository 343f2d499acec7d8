// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.duplicate;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.Resize;
import org.frugalvision.engine.run.Fingerprint;

/**
 * What is kept of an image to find its duplicates, less than 200 bytes. The hash is the difference hash ("dHash", N.
 * Krawetz 2013, hackerfactor.com): the image is made grey and averaged down to a thumbnail of 8 rows of 9 pixels; bit i
 * says whether pixel i is darker than its right neighbour. The hash survives scaling, compression and a change of
 * brightness; it says little about images that are mostly of one colour, which is why thumbnails are compared as well.
 * Deviation: thumbnails are averaged exactly, and a pixel counts as darker from 2 grey values on, because in even areas
 * the noise of JPEG compression would decide otherwise.
 *
 * @param pixels SHA-256 of shape and values, hexadecimal
 * @param hash the difference hash; the first bit is the lowest
 * @param thumbnail 8 rows of 9 grey values, unsigned bytes; shared, not modified
 */
public record ImageSignature(String pixels, long hash, byte[] thumbnail) {

    private static final int ROWS = 8;

    private static final int COLUMNS = 9;

    private static final double DARKER = 2;

    private static final double[] GREY_OF_RGB = {0.299, 0.587, 0.114};

    /**
     * Of an image of 8 bits.
     *
     * @param shape of the image
     * @param values unsigned bytes, CHW; only read
     * @return its signature
     */
    public static ImageSignature of(final ImageShape shape, final byte[] values) {
        return of(new DecodedImage(shape, values));
    }

    /**
     * Cost: O(values).
     *
     * @param image 1 channel is grey, 3 or 4 are red, green, blue (a fourth channel counts for the exact
     *   comparison only), of any other number the mean is taken
     * @return its signature
     */
    public static ImageSignature of(final DecodedImage image) {
        final ImageShape shape = image.shape();
        final double[] grey = grey(shape.channels(), Resize.exact(image, ROWS, COLUMNS));
        final var thumbnail = new byte[grey.length];
        long hash = 0;
        int bit = 0;
        for (int i = 0; i < grey.length; i++) {
            thumbnail[i] = (byte)Math.round(grey[i]);
            if (i % COLUMNS < COLUMNS - 1) {
                hash |= (grey[i] + DARKER <= grey[i + 1] ? 1L : 0L) << bit++;
            }
        }
        final String pixels = new Fingerprint().add(shape.channels()).add(shape.height()).add(shape.width())
            .add(image.values(), 0, image.values().length).hex();
        return new ImageSignature(pixels, hash, thumbnail);
    }

    /**
     * @param other another signature
     * @return the number of bits in which the hashes differ, 0 to 64
     */
    public int distance(final ImageSignature other) {
        return Long.bitCount(hash ^ other.hash);
    }

    /**
     * @param other another signature
     * @return the mean absolute difference of the grey values of the thumbnails, 0 to 255
     */
    public double greyDifference(final ImageSignature other) {
        int sum = 0;
        for (int i = 0; i < thumbnail.length; i++) {
            sum += Math.abs((thumbnail[i] & 0xff) - (other.thumbnail[i] & 0xff));
        }
        return sum / (double)thumbnail.length;
    }

    private static double[] grey(final int channels, final double[] small) {
        final var grey = new double[ROWS * COLUMNS];
        final boolean colour = channels == 3 || channels == 4;
        final int used = colour ? GREY_OF_RGB.length : channels;
        for (int channel = 0; channel < used; channel++) {
            final double weight = colour ? GREY_OF_RGB[channel] : 1.0 / channels;
            for (int i = 0; i < grey.length; i++) {
                grey[i] += weight * small[channel * grey.length + i];
            }
        }
        return grey;
    }
}
