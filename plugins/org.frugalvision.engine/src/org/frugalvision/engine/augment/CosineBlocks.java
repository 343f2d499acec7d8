// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;

/** The discrete cosine transform of blocks of 8 x 8 values, rounded to the steps of a JPEG file. */
final class CosineBlocks {

    private static final int EDGE = 8;

    private static final int MIDDLE = 128;

    private static final double[][] COSINES = cosines();

    private static final int[] BRIGHTNESS = {16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16,
        24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104,
        113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};

    private static final int[] COLOUR = {17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99,
        99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};

    private CosineBlocks() {
    }

    /** Rounds a plane of values from 0 to 255, in place; {@code colour}: it is a colour difference. */
    static void round(final double[] plane, final ImageShape shape, final boolean colour, final double quality) {
        final int[] steps = steps(colour ? COLOUR : BRIGHTNESS, (int)Math.round(quality));
        for (int top = 0; top < shape.height(); top += EDGE) {
            for (int left = 0; left < shape.width(); left += EDGE) {
                block(plane, shape, top, left, steps);
            }
        }
    }

    static int[] steps(final int[] table, final int quality) {
        final int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        return Arrays.stream(table).map(step -> Math.max(1, Math.min(255, (step * scale + 50) / 100))).toArray();
    }

    private static void block(final double[] plane, final ImageShape shape, final int top, final int left,
        final int[] steps) {
        final double[][] block = new double[EDGE][EDGE];
        for (int y = 0; y < EDGE; y++) {
            final int row = Math.min(shape.height() - 1, top + y) * shape.width();
            for (int x = 0; x < EDGE; x++) {
                block[y][x] = plane[row + Math.min(shape.width() - 1, left + x)] - MIDDLE;
            }
        }
        final double[][] waves = product(product(COSINES, block, false), COSINES, true);
        for (int i = 0; i < steps.length; i++) {
            waves[i / EDGE][i % EDGE] = steps[i] * Math.rint(waves[i / EDGE][i % EDGE] / steps[i]);
        }
        final double[][] back = product(product(transposed(COSINES), waves, false), COSINES, false);
        for (int y = 0; y < Math.min(EDGE, shape.height() - top); y++) {
            for (int x = 0; x < Math.min(EDGE, shape.width() - left); x++) {
                plane[(top + y) * shape.width() + left + x] = back[y][x] + MIDDLE;
            }
        }
    }

    /** Of two matrices, or of one and the other transposed. */
    private static double[][] product(final double[][] a, final double[][] b, final boolean transposed) {
        final double[][] product = new double[EDGE][EDGE];
        for (int i = 0; i < EDGE; i++) {
            for (int j = 0; j < EDGE; j++) {
                for (int k = 0; k < EDGE; k++) {
                    product[i][j] += a[i][k] * (transposed ? b[j][k] : b[k][j]);
                }
            }
        }
        return product;
    }

    private static double[][] transposed(final double[][] matrix) {
        final double[][] transposed = new double[EDGE][EDGE];
        for (int i = 0; i < EDGE * EDGE; i++) {
            transposed[i / EDGE][i % EDGE] = matrix[i % EDGE][i / EDGE];
        }
        return transposed;
    }

    private static double[][] cosines() {
        final double[][] cosines = new double[EDGE][EDGE];
        for (int wave = 0; wave < EDGE; wave++) {
            for (int place = 0; place < EDGE; place++) {
                cosines[wave][place] = (wave == 0 ? Math.sqrt(0.5) : 1) / 2
                    * StrictMath.cos((2 * place + 1) * wave * Math.PI / (2 * EDGE));
            }
        }
        return cosines;
    }
}
