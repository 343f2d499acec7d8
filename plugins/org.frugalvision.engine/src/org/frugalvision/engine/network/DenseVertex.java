// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.Arrays;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A {@link Dense} layer: three products of matrices. ND4J wants them column after column, so each array in row order is
 * taken for its transpose.
 */
final class DenseVertex extends OperationVertex {

    private static final long serialVersionUID = 1L;

    private final int m_inputs;

    private final int m_units;

    private final transient Cutoff m_cutoff;

    private final transient Scratch m_scratch;

    private final float[] m_bias;

    private transient INDArray m_result;

    DenseVertex(final Place place, final Dense layer, final int inputs, final Cutoff cutoff, final Scratch scratch) {
        super(place);
        m_inputs = inputs;
        m_units = layer.units();
        m_cutoff = cutoff;
        m_scratch = scratch;
        m_bias = new float[m_units];
    }

    @Override
    INDArray forward(final boolean training, final LayerWorkspaceMgr workspaces) {
        final long images = inputs[0].size(0);
        final INDArray result = activations(workspaces, images, m_units, 1, 1);
        final float[] sums = m_scratch.array(2, (int)images * m_units);
        readWeights(m_inputs * m_units, m_bias);
        for (int image = 0; image < images; image++) {
            System.arraycopy(m_bias, 0, sums, image * m_units, m_units);
        }
        Scratch.pointer(result).put(sums, 0, (int)images * m_units);
        Nd4j.gemm(filters(weights(0, m_units, m_inputs)), columns(input(0), m_inputs), columns(result, m_units), true,
            false, 1, 1);
        m_result = training ? result : null;
        return m_cutoff.applied(result);
    }

    @Override
    INDArray[] backward(final INDArray outGradient, final LayerWorkspaceMgr workspaces) {
        final INDArray masked = columns(m_cutoff.gradient(m_result, outGradient), m_units);
        final INDArray gradient = gradients(workspaces, inputs[0].shape());
        Nd4j.gemm(columns(input(0), m_inputs), masked, filters(weightGradient(0, m_units, m_inputs)), false, true, 1,
            0);
        Nd4j.gemm(filters(weights(0, m_units, m_inputs)), masked, columns(gradient, m_inputs), false, false, 1, 0);
        biasGradient(m_scratch.copy(0, masked), (int)inputs[0].size(0));
        m_result = null;
        return new INDArray[]{gradient};
    }

    private void biasGradient(final float[] gradients, final int images) {
        Arrays.fill(m_bias, 0);
        for (int image = 0; image < images; image++) {
            for (int unit = 0; unit < m_units; unit++) {
                m_bias[unit] += gradients[image * m_units + unit];
            }
        }
        writeGradient(m_inputs * m_units, m_bias);
    }

    private INDArray filters(final INDArray weights) {
        return reshaped(weights, 'f', m_inputs, m_units);
    }

    /** A column for each image. */
    private static INDArray columns(final INDArray images, final int values) {
        return reshaped(images, 'f', values, images.length() / values);
    }
}
