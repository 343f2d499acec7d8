// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/** {@link Networks#spec()} computed by loops, in double precision. */
final class PlainNetwork {

    private static final int ROWS = 6;

    private static final int COLUMNS = 5;

    private PlainNetwork() {
    }

    static double[] scores(final float[] weights, final float[] pixels, final int from) {
        return scores(weights, 0, 0, pixels, from);
    }

    static double[] embedding(final float[] weights, final float[] pixels, final int from) {
        return dense(doubles(weights), 27, pool(convolution(doubles(weights), pixels, from)), 4, true);
    }

    /** With one weight moved by a step. */
    static double[] scores(final float[] weights, final int moved, final double step, final float[] pixels,
        final int from) {
        final double[] values = doubles(weights);
        values[moved] += step;
        return dense(values, 139, dense(values, 27, pool(convolution(values, pixels, from)), 4, true), 3, false);
    }

    private static double[] doubles(final float[] weights) {
        final double[] values = new double[weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights[i];
        }
        return values;
    }

    /** 3 filters of 2 x 2 over 2 channels, padded by 1: 3 x 7 x 6. */
    private static double[][][] convolution(final double[] weights, final float[] pixels, final int from) {
        final double[][][] result = new double[3][ROWS + 1][COLUMNS + 1];
        for (int filter = 0; filter < 3; filter++) {
            for (int row = 0; row <= ROWS; row++) {
                for (int column = 0; column <= COLUMNS; column++) {
                    double sum = weights[24 + filter];
                    for (int k = 0; k < 8; k++) {
                        sum += weights[8 * filter + k] * pixel(pixels, from, k / 4, row - 1 + k / 2 % 2,
                            column - 1 + k % 2);
                    }
                    result[filter][row][column] = Math.max(0, sum);
                }
            }
        }
        return result;
    }

    private static double pixel(final float[] pixels, final int from, final int channel, final int row,
        final int column) {
        final boolean inside = row >= 0 && row < ROWS && column >= 0 && column < COLUMNS;
        return inside ? pixels[from + (channel * ROWS + row) * COLUMNS + column] : 0;
    }

    /** Maximum of 2 x 2: 3 x 3 x 3. */
    private static double[] pool(final double[][][] input) {
        final double[] result = new double[27];
        for (int i = 0; i < 27; i++) {
            final int row = 2 * (i / 3 % 3);
            final int column = 2 * (i % 3);
            final double[][] channel = input[i / 9];
            result[i] = Math.max(Math.max(channel[row][column], channel[row][column + 1]),
                Math.max(channel[row + 1][column], channel[row + 1][column + 1]));
        }
        return result;
    }

    private static double[] dense(final double[] weights, final int offset, final double[] input, final int units,
        final boolean relu) {
        final double[] result = new double[units];
        for (int unit = 0; unit < units; unit++) {
            double sum = weights[offset + units * input.length + unit];
            for (int i = 0; i < input.length; i++) {
                sum += weights[offset + unit * input.length + i] * input[i];
            }
            result[unit] = relu ? Math.max(0, sum) : sum;
        }
        return result;
    }
}
