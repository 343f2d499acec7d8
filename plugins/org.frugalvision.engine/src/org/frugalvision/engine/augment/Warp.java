// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;

/**
 * Draws an image turned, sheared, scaled or moved by parts of pixels: a pixel of the result at (x, y), as seen from the
 * centre of the image, comes from (a x + b y + right, c x + d y + down), as seen from there. Pixels lie at the centres
 * of their squares, as in Pillow; where the border shows a constant, so does every place outside of all squares. Cost:
 * O(values).
 *
 * @param a share of x in the column
 * @param b share of y in the column
 * @param c share of x in the row
 * @param d share of y in the row
 * @param right added to the column
 * @param down added to the row
 */
record Warp(double a, double b, double c, double d, double right, double down) {

    /** Without a shift. */
    Warp(final double a, final double b, final double c, final double d) {
        this(a, b, c, d, 0, 0);
    }

    Raster apply(final Raster image, final Rendering rendering) {
        final ImageShape shape = image.shape();
        final int width = shape.width();
        final int height = shape.height();
        final double middle = (width - 1) / 2.0;
        final double centre = (height - 1) / 2.0;
        final Border border = rendering.border();
        final var drawing = new Drawing(image, rendering);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                drawing.pixel(y * width + x,
                    border.place(a * (x - middle) + b * (y - centre) + middle + right, width),
                    border.place(c * (x - middle) + d * (y - centre) + centre + down, height));
            }
        }
        return image.with(drawing.m_values);
    }

    /** The pixels so far. */
    private static final class Drawing {

        private final Raster m_image;

        private final boolean m_linear;

        private final int[] m_beyond;

        private final int[] m_values;

        Drawing(final Raster image, final Rendering rendering) {
            m_image = image;
            m_linear = rendering.interpolation() == Interpolation.BILINEAR;
            m_beyond = new int[image.shape().channels()];
            Arrays.setAll(m_beyond, channel -> rendering.border().value(image, channel));
            m_values = new int[image.values().length];
        }

        /** {@code column} or {@code row} is NaN beyond the border. */
        void pixel(final int i, final double column, final double row) {
            final int area = m_image.area();
            if (Double.isNaN(column) || Double.isNaN(row)) {
                for (int channel = 0; channel < m_beyond.length; channel++) {
                    m_values[channel * area + i] = m_beyond[channel];
                }
            } else if (m_linear) {
                linear(i, column, row);
            } else {
                final int width = m_image.shape().width();
                final int from = nearest(row, m_image.shape().height()) * width + nearest(column, width);
                for (int channel = 0; channel < m_beyond.length; channel++) {
                    m_values[channel * area + i] = m_image.values()[channel * area + from];
                }
            }
        }

        private static int nearest(final double place, final int length) {
            return Math.min(length - 1, (int)Math.floor(place + 0.5));
        }

        private void linear(final int i, final double column, final double row) {
            final int width = m_image.shape().width();
            final int left = (int)Math.floor(column);
            final int top = (int)Math.floor(row);
            final double x = column - left;
            final double y = row - top;
            final int first = Math.max(0, left);
            final int second = Math.min(width - 1, left + 1);
            final int upper = Math.max(0, top) * width;
            final int lower = Math.min(m_image.shape().height() - 1, top + 1) * width;
            final int[] values = m_image.values();
            final int area = m_image.area();
            for (int from = 0; from < values.length; from += area) {
                final double above = values[from + upper + first]
                    + x * (values[from + upper + second] - values[from + upper + first]);
                final double below = values[from + lower + first]
                    + x * (values[from + lower + second] - values[from + lower + first]);
                m_values[from + i] = (int)(above + y * (below - above) + 0.5);
            }
        }
    }
}
