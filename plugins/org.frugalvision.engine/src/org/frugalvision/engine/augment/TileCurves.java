// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;

/**
 * CLAHE of one channel. The image is cut into 8 x 8 tiles, fewer where they would be narrower than 8 pixels, padded by
 * its mirror image where they do not fit. Each tile counts its shades in 256 bins; what a bin has above max(1, clip
 * limit x pixels / 256) is spread evenly over all bins, and the rest of that one by one at equal distances, once. The
 * share of pixels up to a shade is its new value. A pixel gets the mean of the values that the four nearest tiles give
 * it, weighted bilinearly by the distances to their centres, and is rounded once, at the end. Shades of 16 bits lie
 * between bins, and the curve is linear there.
 */
final class TileCurves {

    private static final int BINS = 256;

    private static final int MOST_TILES = 8;

    private static final int LEAST_EDGE = 8;

    private final Raster m_image;

    private final int[] m_values;

    private final int m_from;

    private final int m_tileWidth;

    private final int m_tileHeight;

    /** The new value, 0 to 1, by tile row, tile column and bin. */
    private final double[][][] m_curves;

    /** {@code values} hold the channel from an index on. */
    TileCurves(final Raster image, final int[] values, final int from, final double clipLimit) {
        m_image = image;
        m_values = values;
        m_from = from;
        final int columns = tiles(image.shape().width());
        final int rows = tiles(image.shape().height());
        m_tileWidth = (image.shape().width() + columns - 1) / columns;
        m_tileHeight = (image.shape().height() + rows - 1) / rows;
        m_curves = new double[rows][columns][];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                m_curves[row][column] = curve(counts(row, column), clipLimit);
            }
        }
    }

    private static int tiles(final int edge) {
        return Math.max(1, Math.min(MOST_TILES, edge / LEAST_EDGE));
    }

    private int[] counts(final int row, final int column) {
        final int width = m_image.shape().width();
        final int height = m_image.shape().height();
        final int step = (m_image.max() + 1) / BINS;
        final int[] counts = new int[BINS];
        for (int y = row * m_tileHeight; y < (row + 1) * m_tileHeight; y++) {
            final int line = m_from + Border.REFLECT.index(y, height) * width;
            for (int x = column * m_tileWidth; x < (column + 1) * m_tileWidth; x++) {
                counts[m_values[line + Border.REFLECT.index(x, width)] / step]++;
            }
        }
        return counts;
    }

    static double[] curve(final int[] counts, final double clipLimit) {
        final int pixels = Arrays.stream(counts).sum();
        final int most = Math.max(1, (int)(clipLimit * pixels / BINS));
        int excess = 0;
        for (int bin = 0; bin < BINS; bin++) {
            excess += Math.max(0, counts[bin] - most);
            counts[bin] = Math.min(counts[bin], most);
        }
        final int rest = excess % BINS;
        final int distance = rest == 0 ? BINS : BINS / rest;
        final double[] curve = new double[BINS];
        long below = 0;
        for (int bin = 0; bin < BINS; bin++) {
            below += counts[bin] + excess / BINS + (bin % distance == 0 && bin / distance < rest ? 1 : 0);
            curve[bin] = below / (double)pixels;
        }
        return curve;
    }

    /** The new values of the channel. */
    int[] apply() {
        final int width = m_image.shape().width();
        final int[] result = new int[m_image.area()];
        for (int i = 0; i < result.length; i++) {
            final double column = (i % width + 0.5) / m_tileWidth - 0.5;
            final double row = (i / width + 0.5) / m_tileHeight - 0.5;
            final int left = (int)Math.floor(column);
            final int top = (int)Math.floor(row);
            final double place = m_values[m_from + i] / (m_image.max() / (BINS - 1.0));
            final double above = mix(value(top, left, place), value(top, left + 1, place), column - left);
            final double below = mix(value(top + 1, left, place), value(top + 1, left + 1, place), column - left);
            result[i] = m_image.rounded(m_image.max() * mix(above, below, row - top));
        }
        return result;
    }

    private double value(final int row, final int column, final double place) {
        final double[][] tiles = m_curves[Math.max(0, Math.min(m_curves.length - 1, row))];
        final double[] curve = tiles[Math.max(0, Math.min(tiles.length - 1, column))];
        final int bin = (int)place;
        return bin == place ? curve[bin] : mix(curve[bin], curve[bin + 1], place - bin);
    }

    private static double mix(final double first, final double second, final double share) {
        return first + share * (second - first);
    }
}
