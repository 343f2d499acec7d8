// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An {@link Addition}. */
final class AdditionVertex extends OperationVertex {

    private static final long serialVersionUID = 1L;

    private final transient Cutoff m_cutoff;

    private transient INDArray m_result;

    AdditionVertex(final Place place, final Cutoff cutoff) {
        super(place);
        m_cutoff = cutoff;
    }

    @Override
    INDArray forward(final boolean training, final LayerWorkspaceMgr workspaces) {
        final INDArray result = activations(workspaces, inputs[0].shape());
        run("add", List.of(input(0), input(1)), List.of(result));
        for (int i = 2; i < inputs.length; i++) {
            result.addi(inputs[i]);
        }
        m_result = training ? result : null;
        return m_cutoff.applied(result);
    }

    /** Each input gets an array of its own, because DL4J adds to them. */
    @Override
    INDArray[] backward(final INDArray outGradient, final LayerWorkspaceMgr workspaces) {
        final INDArray masked = m_cutoff.gradient(m_result, outGradient);
        final INDArray[] gradients = new INDArray[inputs.length];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = workspaces.dup(ArrayType.ACTIVATION_GRAD, masked, 'c');
        }
        m_result = null;
        return gradients;
    }
}
