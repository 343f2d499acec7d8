// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import org.frugalvision.engine.image.ImageShape;

/**
 * Shrinks an image to at most {@value #EDGE} x {@value #EDGE} pixels per channel: every new pixel is the mean over its
 * area of the old image, old pixels on a border counting with the part that lies inside. An edge of at most {@value
 * #EDGE} pixels keeps its length.
 */
final class AreaAverage {

    static final int EDGE = 8;

    private AreaAverage() {
    }

    static ImageShape target(final ImageShape shape) {
        return new ImageShape(shape.channels(), Math.min(EDGE, shape.height()), Math.min(EDGE, shape.width()));
    }

    /** {@code values} are unsigned bytes, CHW; the result is CHW in [0,1]. Cost: O(values). */
    static float[] of(final ImageShape shape, final byte[] values) {
        final var target = target(shape);
        final var rows = new double[target.height() * shape.width()];
        final var result = new float[target.size()];
        for (int channel = 0; channel < shape.channels(); channel++) {
            final int from = channel * shape.height() * shape.width();
            shrinkRows(values, from, shape, target.height(), rows);
            for (int y = 0; y < target.height(); y++) {
                shrinkRow(rows, y * shape.width(), shape.width(), result,
                    (channel * target.height() + y) * target.width(), target.width());
            }
        }
        return result;
    }

    private static void shrinkRows(final byte[] values, final int from, final ImageShape shape, final int newHeight,
        final double[] rows) {
        final int width = shape.width();
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < width; x++) {
                rows[y * width + x] = 0;
            }
            for (int old = first(y, shape.height(), newHeight); old < end(y, shape.height(), newHeight); old++) {
                final double share = share(old, y, shape.height(), newHeight);
                for (int x = 0; x < width; x++) {
                    rows[y * width + x] += share * (values[from + old * width + x] & 0xFF);
                }
            }
        }
    }

    private static void shrinkRow(final double[] row, final int from, final int width, final float[] result,
        final int to, final int newWidth) {
        for (int x = 0; x < newWidth; x++) {
            double sum = 0;
            for (int old = first(x, width, newWidth); old < end(x, width, newWidth); old++) {
                sum += share(old, x, width, newWidth) * row[from + old];
            }
            result[to + x] = (float)(sum / 255);
        }
    }

    /** The first old pixel that touches new pixel {@code i}. */
    private static int first(final int i, final int oldLength, final int newLength) {
        return (int)((long)i * oldLength / newLength);
    }

    /** The first old pixel after new pixel {@code i}. */
    private static int end(final int i, final int oldLength, final int newLength) {
        return (int)(((long)(i + 1) * oldLength + newLength - 1) / newLength);
    }

    /** The part of new pixel {@code i} that old pixel {@code old} covers. */
    private static double share(final int old, final int i, final int oldLength, final int newLength) {
        final long from = Math.max((long)old * newLength, (long)i * oldLength);
        final long to = Math.min((long)(old + 1) * newLength, (long)(i + 1) * oldLength);
        return (double)(to - from) / oldLength;
    }
}
