// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

/**
 * Gradients of the cross-entropy by the weights of the last layer, never written out: with h the embedding of an image
 * and e its probabilities less its label, the gradient is the outer product of e and h (and of e and 1, with biases),
 * so products of two gradients are (e e') (h h' + 1). Memory: O(images x (classes + features)).
 */
final class LastLayerGradients {

    private final double[][] m_errors;

    private final float[][] m_embeddings;

    /** 1 with biases, else 0. */
    private final double m_bias;

    private final double[] m_squares;

    /**
     * @param labels for each image the class that counts as its label
     * @param biases whether the biases of the last layer belong to the gradient
     */
    LastLayerGradients(final double[][] probabilities, final int[] labels, final float[][] embeddings,
        final boolean biases) {
        m_embeddings = embeddings;
        m_bias = biases ? 1 : 0;
        m_errors = new double[probabilities.length][];
        m_squares = new double[probabilities.length];
        for (int i = 0; i < m_errors.length; i++) {
            m_errors[i] = probabilities[i].clone();
            m_errors[i][labels[i]]--;
            m_squares[i] = product(i, i);
        }
    }

    int size() {
        return m_errors.length;
    }

    double product(final int i, final int j) {
        double errors = 0;
        for (int k = 0; k < m_errors[i].length; k++) {
            errors += m_errors[i][k] * m_errors[j][k];
        }
        return errors * (m_bias + InnerProduct.of(m_embeddings[i], m_embeddings[j]));
    }

    /** Of image i: probabilities less label; shared. */
    double[] error(final int i) {
        return m_errors[i];
    }

    /** Of image i; shared. */
    float[] embedding(final int i) {
        return m_embeddings[i];
    }

    double norm(final int i) {
        return Math.sqrt(m_squares[i]);
    }

    /** The square of the distance of two gradients, at least 0 whatever is rounded. */
    double squareDistance(final int i, final int j) {
        return i == j ? 0 : Math.max(0, m_squares[i] + m_squares[j] - 2 * product(i, j));
    }

    /** The mean of all. */
    Sum mean() {
        return sum(1.0 / m_errors.length);
    }

    /** The sum of all. */
    Sum sum() {
        return sum(1);
    }

    /** The sum of none. */
    Sum nothing() {
        return new Sum(new double[m_errors[0].length][m_embeddings[0].length + 1]);
    }

    /** The product of an image's gradient and one that is written out: classes x (features + 1). */
    double product(final int i, final double[][] other) {
        return new Sum(other).product(i);
    }

    private Sum sum(final double weight) {
        final Sum sum = nothing();
        for (int i = 0; i < m_errors.length; i++) {
            sum.add(i, weight);
        }
        return sum;
    }

    /** A weighted sum of gradients, written out: classes x (features + 1), the last column for the biases. */
    final class Sum {

        private final double[][] m_values;

        private Sum(final double[][] values) {
            m_values = values;
        }

        Sum copy() {
            return new Sum(Arrays.stream(m_values).map(double[]::clone).toArray(double[][]::new));
        }

        void add(final int i, final double weight) {
            for (int k = 0; k < m_values.length; k++) {
                final double factor = weight * m_errors[i][k];
                final double[] row = m_values[k];
                for (int f = 0; f < row.length - 1; f++) {
                    row[f] += factor * m_embeddings[i][f];
                }
                row[row.length - 1] += factor * m_bias;
            }
        }

        /** The square of its length. */
        double square() {
            return Arrays.stream(m_values).flatMapToDouble(Arrays::stream).map(value -> value * value).sum();
        }

        /** With the gradient of an image. */
        double product(final int i) {
            double product = 0;
            for (int k = 0; k < m_values.length; k++) {
                final double[] row = m_values[k];
                double inner = row[row.length - 1] * m_bias;
                for (int f = 0; f < row.length - 1; f++) {
                    inner += row[f] * m_embeddings[i][f];
                }
                product += m_errors[i][k] * inner;
            }
            return product;
        }
    }
}
