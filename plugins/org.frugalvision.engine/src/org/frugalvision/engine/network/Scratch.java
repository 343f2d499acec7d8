// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Three arrays that the array operations of a replica use in turn; they grow to the largest size needed. */
final class Scratch {

    private float[] m_first = new float[0];

    private float[] m_second = new float[0];

    private float[] m_third = new float[0];

    /** @return the first array, with the values of an array in row order */
    float[] first(final INDArray values) {
        m_first = filled(m_first, values);
        return m_first;
    }

    /** @return the second array, with the values of an array in row order */
    float[] second(final INDArray values) {
        m_second = filled(m_second, values);
        return m_second;
    }

    /** @return the third array, with any values */
    float[] third(final int length) {
        m_third = grown(m_third, length);
        return m_third;
    }

    static FloatPointer pointer(final INDArray array) {
        return (FloatPointer)array.data().pointer();
    }

    private static float[] filled(final float[] array, final INDArray values) {
        final int length = Math.toIntExact(values.length());
        final float[] filled = grown(array, length);
        // of views and of products of matrices only a copy is contiguous and in row order
        final INDArray rows = values.ordering() == 'c' && !values.isView() ? values : values.dup('c');
        pointer(rows).get(filled, 0, length);
        return filled;
    }

    private static float[] grown(final float[] array, final int length) {
        return array.length >= length ? array : new float[length];
    }
}
