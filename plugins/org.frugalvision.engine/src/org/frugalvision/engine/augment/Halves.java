// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import org.frugalvision.engine.image.ImageShape;

/**
 * An image in two halves. A half has the first or the last rows or columns; of an odd number the second half has one
 * more.
 *
 * @param first the left or upper half
 * @param second the other half
 * @param across whether the cut parts columns from columns
 */
record Halves(Raster first, Raster second, boolean across) {

    /** Cuts an image at least 2 pixels wide ({@code across}) or high. */
    static Halves of(final Raster image, final boolean across) {
        final ImageShape shape = image.shape();
        final int length = across ? shape.width() : shape.height();
        return new Halves(part(image, across, 0, length / 2), part(image, across, length / 2, length), across);
    }

    private static Raster part(final Raster image, final boolean across, final int from, final int to) {
        final ImageShape shape = image.shape();
        final int top = across ? 0 : from;
        final int left = across ? from : 0;
        final var part = new ImageShape(shape.channels(), across ? shape.height() : to - from,
            across ? to - from : shape.width());
        final int[] values = new int[part.size()];
        for (int row = 0; row < part.channels() * part.height(); row++) {
            final int channel = row / part.height();
            System.arraycopy(image.values(),
                (channel * shape.height() + top + row % part.height()) * shape.width() + left, values,
                row * part.width(), part.width());
        }
        return new Raster(part, image.max(), values);
    }

    /** Both halves side by side again. */
    Raster joined() {
        final ImageShape one = first.shape();
        final ImageShape other = second.shape();
        final var shape = new ImageShape(one.channels(), across ? one.height() : one.height() + other.height(),
            across ? one.width() + other.width() : one.width());
        final int[] values = new int[shape.size()];
        place(first, values, shape, 0, 0);
        place(second, values, shape, across ? 0 : one.height(), across ? one.width() : 0);
        return new Raster(shape, first.max(), values);
    }

    private static void place(final Raster part, final int[] values, final ImageShape shape, final int top,
        final int left) {
        for (int row = 0; row < part.shape().channels() * part.shape().height(); row++) {
            final int channel = row / part.shape().height();
            System.arraycopy(part.values(), row * part.shape().width(), values,
                (channel * shape.height() + top + row % part.shape().height()) * shape.width() + left,
                part.shape().width());
        }
    }
}
