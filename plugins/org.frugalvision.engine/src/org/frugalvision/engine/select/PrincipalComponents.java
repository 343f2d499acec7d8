// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The directions in which vectors differ most, from the eigenvectors of their covariance. Cost: O(images x features^2 +
 * features^3).
 */
final class PrincipalComponents {

    private final double[] m_mean;

    private final double[][] m_directions;

    /** @param most how many; as many as there are features if these are fewer */
    PrincipalComponents(final float[][] vectors, final int most) {
        m_mean = new double[vectors[0].length];
        for (final float[] vector : vectors) {
            for (int k = 0; k < m_mean.length; k++) {
                m_mean[k] += (double)vector[k] / vectors.length;
            }
        }
        final EigenDecomposition decomposition =
            new EigenDecomposition(new Array2DRowRealMatrix(covariance(vectors), false));
        m_directions = new double[Math.min(most, m_mean.length)][];
        for (int c = 0; c < m_directions.length; c++) {
            m_directions[c] = decomposition.getEigenvector(c).toArray();
        }
    }

    private double[][] covariance(final float[][] vectors) {
        final double[][] covariance = new double[m_mean.length][m_mean.length];
        final double[] centred = new double[m_mean.length];
        for (final float[] vector : vectors) {
            for (int k = 0; k < centred.length; k++) {
                centred[k] = vector[k] - m_mean[k];
            }
            for (int k = 0; k < centred.length; k++) {
                for (int j = 0; j <= k; j++) {
                    covariance[k][j] += centred[k] * centred[j] / vectors.length;
                }
            }
        }
        for (int k = 0; k < centred.length; k++) {
            for (int j = 0; j < k; j++) {
                covariance[j][k] = covariance[k][j];
            }
        }
        return covariance;
    }

    /** The coordinates of vectors in these directions, those of most variance first. */
    float[][] of(final float[][] vectors) {
        final float[][] coordinates = new float[vectors.length][m_directions.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int c = 0; c < m_directions.length; c++) {
                double sum = 0;
                for (int k = 0; k < m_mean.length; k++) {
                    sum += (vectors[i][k] - m_mean[k]) * m_directions[c][k];
                }
                coordinates[i][c] = (float)sum;
            }
        }
        return coordinates;
    }
}
