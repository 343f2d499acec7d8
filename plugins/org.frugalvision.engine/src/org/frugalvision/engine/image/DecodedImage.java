// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.Arrays;

/**
 * One decoded image.
 *
 * @param shape its shape
 * @param type how values are stored
 * @param values {@code shape.size()} values of {@code type.bytes()} bytes each, CHW; shared, not to be modified
 */
public record DecodedImage(ImageShape shape, SampleType type, byte[] values) {

    /** Refuses another number of bytes than the shape and the type need. */
    public DecodedImage {
        if (values.length != (long)shape.size() * type.bytes()) {
            throw new IllegalArgumentException("An image of %s of %d bits has not %d bytes."
                .formatted(shape, type.bits(), values.length));
        }
    }

    /**
     * An image of 8 bits.
     *
     * @param shape its shape
     * @param values {@code shape.size()} unsigned bytes, CHW; shared, not to be modified
     */
    public DecodedImage(final ImageShape shape, final byte[] values) {
        this(shape, SampleType.U8, values);
    }

    /**
     * @param i 0 to {@code shape.size()} - 1
     * @return a value as it is stored, 0 to 255 or to 65,535
     */
    public int value(final int i) {
        return type == SampleType.U8 ? values[i] & 0xFF : (values[2 * i] & 0xFF) << 8 | values[2 * i + 1] & 0xFF;
    }

    /**
     * Records compare arrays by identity; this compares shape, type and values.
     *
     * @param other another image
     * @return whether both are equal in every value
     */
    public boolean sameAs(final DecodedImage other) {
        return shape.equals(other.shape) && type == other.type && Arrays.equals(values, other.values);
    }

    /** @return a hash that goes with {@link #sameAs} */
    public int contentHash() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    /** @return for people, e.g. "16 x 16 pixels, 6 channels, 16 bits" */
    public String summary() {
        return "%s, %d bits".formatted(shape, type.bits());
    }

    /**
     * The same image in 16 bits, without loss: v becomes 257 v, so that a share of the largest value stays the same
     * share.
     *
     * @return an image of 16 bits; this one if it is one
     */
    public DecodedImage widened() {
        if (type == SampleType.U16) {
            return this;
        }
        final var wide = new byte[2 * values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i / 2];
        }
        return new DecodedImage(shape, SampleType.U16, wide);
    }

    /**
     * A picture for people. An image of 8 bits with 1, 3 or 4 channels is its own. Of any other the first three
     * channels become red, green and blue, or the first alone grey where there are fewer; each is stretched, so that
     * its smallest value becomes 0 and its largest 255 (all 0 where they are equal). Cost: O(values).
     *
     * @return an image of 8 bits with 1, 3 or 4 channels
     */
    public DecodedImage preview() {
        final int channels = shape.channels();
        if (type == SampleType.U8 && (channels == 1 || channels == 3 || channels == 4)) {
            return this;
        }
        final int area = shape.height() * shape.width();
        final var picture = new byte[(channels < 3 ? 1 : 3) * area];
        for (int first = 0; first < picture.length; first += area) {
            stretch(first, area, picture);
        }
        return new DecodedImage(new ImageShape(picture.length / area, shape.height(), shape.width()), picture);
    }

    private void stretch(final int first, final int count, final byte[] target) {
        int smallest = Integer.MAX_VALUE;
        int largest = 0;
        for (int i = first; i < first + count; i++) {
            smallest = Math.min(smallest, value(i));
            largest = Math.max(largest, value(i));
        }
        final int range = Math.max(1, largest - smallest);
        for (int i = first; i < first + count; i++) {
            target[i] = (byte)(((value(i) - smallest) * 255 + range / 2) / range);
        }
    }
}
