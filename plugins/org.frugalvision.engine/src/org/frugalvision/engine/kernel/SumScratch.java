// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.bytedeco.javacpp.FloatPointer;

/** Memory of a thread that adds gradients, with any values. */
final class SumScratch implements AutoCloseable {

    /** Values of a range: as many as stay in the first cache. */
    static final int RANGE = 2048;

    private final float[] m_sum = new float[RANGE];

    private final float[] m_values = new float[RANGE];

    private FloatPointer m_product;

    float[] sum() {
        return m_sum;
    }

    float[] values() {
        return m_values;
    }

    /** @param values how many, the same in each call */
    FloatPointer product(final long values) {
        if (m_product == null) {
            m_product = new FloatPointer(values);
        }
        return m_product.position(0);
    }

    @Override
    public void close() {
        if (m_product != null) {
            m_product.close();
        }
    }
}
