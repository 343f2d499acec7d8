// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * How the numbers of an array become values of images. The whole array decides, so that all images are scaled alike:
 * truth and numbers from 0 to 1 become shares of the largest value, whole numbers from 0 to 255 or 65,535 stay as they
 * are; all else is refused, because no rule would be right for all.
 *
 * @param type of the values
 * @param factor numbers are multiplied by it and rounded to the nearest
 */
record NpyScale(SampleType type, double factor) {

    private static final int LARGEST_8 = 255;

    private static final int LARGEST_16 = 65_535;

    /**
     * Reads all numbers behind the header; {@code deep}: whether shares get 16 bits instead of 8. Cost: O(numbers).
     */
    static NpyScale find(final ByteSource source, final NpyType type, final boolean deep) {
        final var share = deep ? new NpyScale(SampleType.U16, LARGEST_16) : new NpyScale(SampleType.U8, LARGEST_8);
        if (type.kind() == 'b') {
            return share;
        }
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        for (byte[] block = block(source, type); block.length > 0; block = block(source, type)) {
            final var numbers = type.view(block);
            while (numbers.remaining() >= type.bytes()) {
                final double number = type.next(numbers);
                whole &= number == Math.rint(number);
                // a number that is none makes both of them none
                smallest = Math.min(smallest, number);
                largest = Math.max(largest, number);
            }
        }
        if (type.kind() == 'f' && smallest >= 0 && largest <= 1) {
            return share;
        }
        if (!whole || !(smallest >= 0 && largest <= LARGEST_16) && smallest <= largest) {
            throw new DataException(Wording.file(source.file()),
                "images must hold numbers from 0 to 1 or whole ones from 0 to 65,535, but hold numbers from %s to %s."
                    .formatted(Wording.value(smallest), Wording.value(largest)),
                "Scale them, for example: (255 * (array - array.min()) / array.ptp()).astype(numpy.uint8).");
        }
        return new NpyScale(largest > LARGEST_8 ? SampleType.U16 : SampleType.U8, 1);
    }

    private static byte[] block(final ByteSource source, final NpyType type) {
        return source.next((1 << 16) * type.bytes());
    }

    /** The values of an image, CHW or HWC as the numbers. */
    byte[] values(final byte[] content, final NpyType from) {
        final var numbers = from.view(content);
        final var values = new byte[content.length / from.bytes() * type.bytes()];
        for (int i = 0; i < values.length; i += type.bytes()) {
            final long value = Math.round(factor * from.next(numbers));
            if (type == SampleType.U16) {
                values[i] = (byte)(value >> Byte.SIZE);
            }
            values[i + type.bytes() - 1] = (byte)value;
        }
        return values;
    }
}
