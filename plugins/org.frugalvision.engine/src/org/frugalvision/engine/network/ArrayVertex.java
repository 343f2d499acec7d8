// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.frugalvision.engine.image.ImageShape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs an {@link ArrayOperation}. Copying between native memory and arrays costs little beside what ND4J's many small
 * operations cost.
 */
final class ArrayVertex extends OperationVertex {

    private static final long serialVersionUID = 1L;

    private final transient ArrayOperation m_operation;

    private final transient Scratch m_scratch;

    private final transient ImageShape m_output;

    private final float[] m_weights;

    private final float[] m_gradient;

    ArrayVertex(final Place place, final ArrayOperation operation, final ImageShape output, final Scratch scratch) {
        super(place);
        m_operation = operation;
        m_output = output;
        m_scratch = scratch;
        m_weights = new float[place.weights().length()];
        m_gradient = new float[place.weights().length()];
    }

    @Override
    INDArray forward(final boolean training, final LayerWorkspaceMgr workspaces) {
        final int images = (int)inputs[0].size(0);
        final float[] in = m_scratch.copy(0, input(0));
        final INDArray output =
            activations(workspaces, images, m_output.channels(), m_output.height(), m_output.width());
        final float[] out = m_scratch.array(2, (int)output.length());
        readWeights(0, m_weights);
        m_operation.forward(in, out, images, training, m_weights);
        Scratch.pointer(output).put(out, 0, (int)output.length());
        return output;
    }

    @Override
    INDArray[] backward(final INDArray outGradient, final LayerWorkspaceMgr workspaces) {
        final int images = (int)inputs[0].size(0);
        final float[] in = m_scratch.copy(0, input(0));
        final INDArray gradient = gradients(workspaces, inputs[0].shape());
        final float[] inGradient = m_scratch.array(2, (int)gradient.length());
        m_operation.backward(in, m_scratch.copy(1, outGradient), inGradient, images, m_weights, m_gradient);
        Scratch.pointer(gradient).put(inGradient, 0, (int)gradient.length());
        writeGradient(0, m_gradient);
        return new INDArray[]{gradient};
    }
}
