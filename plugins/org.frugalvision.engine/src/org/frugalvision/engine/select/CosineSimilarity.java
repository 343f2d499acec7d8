// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/**
 * 1/2 + 1/2 cosine of the angle between vectors, from 0 to 1. A vector of zeros has a cosine of 0 with every one,
 * itself included. A column costs O(images x features).
 */
final class CosineSimilarity implements Similarity {

    private static final double SLACK = 1e-6;

    private final float[][] m_units;

    /** Sum of the unit vectors. */
    private final double[] m_sum;

    CosineSimilarity(final float[][] vectors) {
        m_units = new float[vectors.length][];
        m_sum = new double[vectors.length == 0 ? 0 : vectors[0].length];
        for (int i = 0; i < vectors.length; i++) {
            m_units[i] = unit(vectors[i]);
            for (int k = 0; k < m_sum.length; k++) {
                m_sum[k] += m_units[i][k];
            }
        }
    }

    @Override
    public int size() {
        return m_units.length;
    }

    @Override
    public void column(final int j, final int from, final int to, final double[] similarities) {
        final float[] unit = m_units[j];
        for (int i = from; i < to; i++) {
            similarities[i] = Math.max(0, Math.min(1, 0.5 + 0.5 * InnerProduct.of(unit, m_units[i])));
        }
    }

    @Override
    public double own(final int j) {
        return Math.max(0, Math.min(1, 0.5 + 0.5 * InnerProduct.of(m_units[j], m_units[j])));
    }

    @Override
    public double bound(final int j) {
        double dot = 0;
        for (int k = 0; k < m_sum.length; k++) {
            dot += m_units[j][k] * m_sum[k];
        }
        return 0.5 * m_units.length + 0.5 * dot + SLACK * m_units.length;
    }

    static float[] unit(final float[] vector) {
        double squares = 0;
        for (final float value : vector) {
            squares += (double)value * value;
        }
        final float[] unit = new float[vector.length];
        for (int k = 0; k < unit.length && squares > 0; k++) {
            unit[k] = (float)(vector[k] / Math.sqrt(squares));
        }
        return unit;
    }
}
