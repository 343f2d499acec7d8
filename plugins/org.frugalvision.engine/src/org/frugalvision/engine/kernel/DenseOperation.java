// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;

import org.frugalvision.engine.kernel.Matrices.Matrix;
import org.frugalvision.engine.network.Dense;

/** A {@link Dense} layer before its activation: three products of matrices. */
final class DenseOperation implements ArrayOperation {

    private final int m_inputs;

    private final int m_units;

    private final Matrices m_matrices = new Matrices();

    DenseOperation(final Dense layer, final int inputs) {
        m_inputs = inputs;
        m_units = layer.units();
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        for (int image = 0; image < batch.images(); image++) {
            System.arraycopy(weights, m_inputs * m_units, out, image * m_units, m_units);
        }
        m_matrices.multiply(new Matrix(in[0], 0, batch.images(), m_inputs, false), weights(weights, true), out, true);
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        m_matrices.multiply(new Matrix(outGradient, 0, batch.images(), m_units, true),
            new Matrix(in[0], 0, batch.images(), m_inputs, false), gradient, false);
        Arrays.fill(gradient, m_inputs * m_units, gradient.length, 0);
        for (int i = 0; i < batch.images() * m_units; i++) {
            gradient[m_inputs * m_units + i % m_units] += outGradient[i];
        }
        if (inGradients[0] != null) {
            m_matrices.multiply(new Matrix(outGradient, 0, batch.images(), m_units, false), weights(weights, false),
                inGradients[0], false);
        }
    }

    @Override
    public void close() {
        m_matrices.close();
    }

    private Matrix weights(final float[] weights, final boolean transposed) {
        return new Matrix(weights, 0, m_units, m_inputs, transposed);
    }
}
