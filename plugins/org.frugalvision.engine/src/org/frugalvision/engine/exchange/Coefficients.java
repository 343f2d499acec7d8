// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.Arrays;

/** The weights of a DL4J network: layer after layer, of which the layers take their shares before they are read. */
final class Coefficients {

    private long m_length;

    private float[] m_values = new float[0];

    /** Takes the next share. */
    Share take(final long length) {
        final long from = m_length;
        m_length = Math.addExact(m_length, length);
        return new Share(this, from, length);
    }

    /** How many were taken. */
    long length() {
        return m_length;
    }

    void set(final float[] values) {
        m_values = values;
    }

    /** Some of the weights. */
    record Share(Coefficients all, long from, long length) {

        float[] values() {
            return Arrays.copyOfRange(all.m_values, (int)from, (int)(from + length));
        }

        /** The values as rows x columns, transposed. */
        float[] transposed(final int rows) {
            return Tensors.transposed(values(), rows);
        }
    }
}
