// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.Arrays;

/**
 * With which weights the old pixels along an axis go into the new ones; see {@link Resize}. The weights of a new pixel
 * sum to 1.
 */
final class AxisWeights {

    private final int[] m_first;

    private final double[][] m_weights;

    AxisWeights(final int oldLength, final int newLength) {
        m_first = new int[newLength];
        m_weights = new double[newLength][];
        for (int i = 0; i < newLength; i++) {
            if (newLength <= oldLength) {
                average(i, oldLength, newLength);
            } else {
                interpolate(i, oldLength, newLength);
            }
        }
    }

    /** New pixel {@code row} of every column of a channel that starts at {@code from}. */
    void sumRows(final byte[] values, final int from, final int row, final double[] target) {
        Arrays.fill(target, 0);
        for (int k = 0; k < m_weights[row].length; k++) {
            final int start = from + (m_first[row] + k) * target.length;
            for (int x = 0; x < target.length; x++) {
                target[x] += m_weights[row][k] * (values[start + x] & 0xFF);
            }
        }
    }

    /** The same of other values. */
    void sumRows(final float[] values, final int from, final int row, final double[] target) {
        Arrays.fill(target, 0);
        for (int k = 0; k < m_weights[row].length; k++) {
            final int start = from + (m_first[row] + k) * target.length;
            for (int x = 0; x < target.length; x++) {
                target[x] += m_weights[row][k] * values[start + x];
            }
        }
    }

    /** All new pixels of one line. */
    void sum(final double[] line, final double[] target, final int to) {
        for (int i = 0; i < m_weights.length; i++) {
            double sum = 0;
            for (int k = 0; k < m_weights[i].length; k++) {
                sum += m_weights[i][k] * line[m_first[i] + k];
            }
            target[to + i] = sum;
        }
    }

    private void average(final int i, final int oldLength, final int newLength) {
        final int first = (int)((long)i * oldLength / newLength);
        final int end = (int)(((long)(i + 1) * oldLength + newLength - 1) / newLength);
        m_first[i] = first;
        m_weights[i] = new double[end - first];
        for (int old = first; old < end; old++) {
            final long from = Math.max((long)old * newLength, (long)i * oldLength);
            final long to = Math.min((long)(old + 1) * newLength, (long)(i + 1) * oldLength);
            m_weights[i][old - first] = (double)(to - from) / oldLength;
        }
    }

    private void interpolate(final int i, final int oldLength, final int newLength) {
        final double centre = Math.max(0, Math.min(oldLength - 1, (i + 0.5) * oldLength / newLength - 0.5));
        final int first = Math.min((int)centre, Math.max(0, oldLength - 2));
        m_first[i] = first;
        m_weights[i] = oldLength == 1 ? new double[]{1} : new double[]{1 - (centre - first), centre - first};
    }
}
