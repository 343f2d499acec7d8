// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/** Products of matrices on the heap, row after row, by OpenBLAS in memory that grows to the largest size needed. */
final class Matrices implements AutoCloseable {

    private final FloatPointer[] m_memory = new FloatPointer[3];

    /**
     * result = (result, if it is kept) + left x right.
     *
     * @param left (rows, inner), or transposed
     * @param right (inner, columns), or transposed
     */
    void multiply(final Matrix left, final Matrix right, final float[] result, final boolean kept) {
        final int rows = left.transposed() ? left.columns() : left.rows();
        final int inner = left.transposed() ? left.rows() : left.columns();
        final int columns = right.transposed() ? right.rows() : right.columns();
        final FloatPointer a = memory(0, left.length()).put(left.values(), left.from(), left.length());
        final FloatPointer b = memory(1, right.length()).put(right.values(), right.from(), right.length());
        final FloatPointer c = memory(2, rows * columns);
        if (kept) {
            c.put(result, 0, rows * columns);
        }
        cblas_sgemm(CblasRowMajor, left.transposed() ? CblasTrans : CblasNoTrans,
            right.transposed() ? CblasTrans : CblasNoTrans, rows, columns, inner, 1, a, left.columns(), b,
            right.columns(), kept ? 1 : 0, c, columns);
        c.get(result, 0, rows * columns);
    }

    @Override
    public void close() {
        for (int i = 0; i < m_memory.length; i++) {
            if (m_memory[i] != null) {
                m_memory[i].deallocate();
                m_memory[i] = null;
            }
        }
    }

    private FloatPointer memory(final int which, final int length) {
        if (m_memory[which] == null || m_memory[which].capacity() < length) {
            if (m_memory[which] != null) {
                m_memory[which].deallocate();
            }
            m_memory[which] = new FloatPointer((long)length);
        }
        return m_memory[which];
    }

    /**
     * A matrix in an array.
     *
     * @param values hold it
     * @param from index of its first value
     * @param rows as it is stored
     * @param columns as it is stored
     * @param transposed whether to take rows for columns
     */
    record Matrix(float[] values, int from, int rows, int columns, boolean transposed) {

        int length() {
            return rows * columns;
        }
    }
}
