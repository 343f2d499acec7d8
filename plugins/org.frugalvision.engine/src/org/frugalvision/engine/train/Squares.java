// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/**
 * Sums of squares over values of a tensor.
 *
 * @param weights of its weights
 * @param step of what is taken from them before it is scaled
 */
record Squares(double weights, double step) {

    static final Squares NONE = new Squares(0, 0);

    static Squares of(final float[] weights, final float[] step, final int from, final int to) {
        double weightSquares = 0;
        double stepSquares = 0;
        for (int i = from; i < to; i++) {
            weightSquares += (double)weights[i] * weights[i];
            stepSquares += (double)step[i] * step[i];
        }
        return new Squares(weightSquares, stepSquares);
    }

    Squares plus(final Squares other) {
        return new Squares(weights + other.weights, step + other.step);
    }

    /** Euclidean length of the weights. */
    double length() {
        return Math.sqrt(weights);
    }

    /** Euclidean length of the step. */
    double stepLength() {
        return Math.sqrt(step);
    }
}
