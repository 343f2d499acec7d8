// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.frugalvision.engine.image.ImageShape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link Convolution}, by ND4J's operations, which use oneDNN. */
final class ConvolutionVertex extends OperationVertex {

    private static final long serialVersionUID = 1L;

    private final transient ImageShape m_output;

    private final long[] m_filters;

    private final boolean m_bias;

    private final int[] m_arguments;

    private final transient Cutoff m_cutoff;

    private transient INDArray m_result;

    /** @param cutoff the end of the vertex; the layer's own activation is not looked at */
    ConvolutionVertex(final Place place, final Convolution layer, final ImageShape input, final Cutoff cutoff) {
        super(place);
        m_output = layer.output(List.of(input));
        m_filters = new long[]{layer.filters(), input.channels(), layer.kernel(), layer.kernel()};
        m_bias = layer.bias();
        m_arguments = arguments(layer.kernel(), layer.stride(), layer.padding());
        m_cutoff = cutoff;
    }

    @Override
    INDArray forward(final boolean training, final LayerWorkspaceMgr workspaces) {
        final INDArray result = activations(workspaces, inputs[0].size(0), m_output.channels(), m_output.height(),
            m_output.width());
        run("conv2d", withWeights(input(0)), List.of(result), m_arguments);
        m_result = training ? result : null;
        return m_cutoff.applied(result);
    }

    @Override
    INDArray[] backward(final INDArray outGradient, final LayerWorkspaceMgr workspaces) {
        final INDArray gradient = gradients(workspaces, inputs[0].shape());
        final List<INDArray> in = withWeights(input(0));
        in.add(m_cutoff.gradient(m_result, outGradient));
        final List<INDArray> out = new ArrayList<>(List.of(gradient, weightGradient(0, m_filters)));
        if (m_bias) {
            out.add(weightGradient(biasStart(), m_output.channels()));
        }
        run("conv2d_bp", in, out, m_arguments);
        m_result = null;
        return new INDArray[]{gradient};
    }

    private List<INDArray> withWeights(final INDArray images) {
        final List<INDArray> in = new ArrayList<>(List.of(images, weights(0, m_filters)));
        if (m_bias) {
            in.add(weights(biasStart(), m_output.channels()));
        }
        return in;
    }

    private int biasStart() {
        return place().length() - m_output.channels();
    }

    /** Window, steps, padding, no dilation, padding as given, channels first, filters before channels. */
    private static int[] arguments(final int kernel, final int stride, final int padding) {
        return new int[]{kernel, kernel, stride, stride, padding, padding, 1, 1, 0, 0, 1};
    }
}
