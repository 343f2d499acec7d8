// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.frugalvision.engine.image.ImageShape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link Convolution} or {@link DepthwiseConvolution}, by ND4J's operations, which use oneDNN. */
final class ConvolutionVertex extends OperationVertex {

    private static final long serialVersionUID = 1L;

    private final transient Kind m_kind;

    private final transient ImageShape m_output;

    private final long[] m_filters;

    private final boolean m_bias;

    private final int[] m_arguments;

    private final transient Cutoff m_cutoff;

    private transient INDArray m_result;

    private ConvolutionVertex(final Place place, final Kind kind, final ImageShape output, final long[] filters,
        final boolean bias, final int[] arguments, final Cutoff cutoff) {
        super(place);
        m_kind = kind;
        m_output = output;
        m_filters = filters;
        m_bias = bias;
        m_arguments = arguments;
        m_cutoff = cutoff;
    }

    /** @param cutoff the end of the vertex; the layer's own activation is not looked at */
    static ConvolutionVertex of(final Place place, final Convolution layer, final ImageShape input,
        final Cutoff cutoff) {
        return new ConvolutionVertex(place, Kind.ALL_CHANNELS, layer.output(List.of(input)),
            new long[]{layer.filters(), input.channels(), layer.kernel(), layer.kernel()}, layer.bias(),
            arguments(layer.kernel(), layer.stride(), layer.padding()), cutoff);
    }

    /** @param cutoff the end of the vertex; the layer's own activation is not looked at */
    static ConvolutionVertex of(final Place place, final DepthwiseConvolution layer, final ImageShape input,
        final Cutoff cutoff) {
        return new ConvolutionVertex(place, Kind.DEPTHWISE, layer.output(List.of(input)),
            new long[]{1, input.channels(), layer.kernel(), layer.kernel()}, layer.bias(),
            arguments(layer.kernel(), layer.stride(), layer.padding()), cutoff);
    }

    @Override
    INDArray forward(final boolean training, final LayerWorkspaceMgr workspaces) {
        final INDArray result = activations(workspaces, inputs[0].size(0), m_output.channels(), m_output.height(),
            m_output.width());
        run(m_kind.m_forward, withWeights(input(0)), List.of(result), m_arguments);
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
        run(m_kind.m_backward, in, out, m_arguments);
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

    /** Names of ND4J's operations. */
    private enum Kind {
        ALL_CHANNELS("conv2d", "conv2d_bp"), DEPTHWISE("depthwise_conv2d", "depthwise_conv2d_bp");

        private final String m_forward;

        private final String m_backward;

        Kind(final String forward, final String backward) {
            m_forward = forward;
            m_backward = backward;
        }
    }
}
