// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.Arrays;
import java.util.List;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.frugalvision.engine.image.ImageShape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Maximum {@link Pooling}, perhaps with an activation that {@link ActivationPlaces} moved here. Of equal values in a
 * window, the first one in row order gets the gradient.
 */
final class MaximumPoolingVertex extends OperationVertex {

    private static final long serialVersionUID = 1L;

    private final transient Pooling m_layer;

    private final transient ImageShape m_input;

    private final transient ImageShape m_output;

    private final transient Cutoff m_cutoff;

    private final transient Scratch m_scratch;

    /** Of each window in a row of windows the gradient, as bits, until its place is found. */
    private final int[] m_open;

    private transient INDArray m_result;

    MaximumPoolingVertex(final Place place, final Pooling layer, final ImageShape input, final Cutoff cutoff,
        final Scratch scratch) {
        super(place);
        m_layer = layer;
        m_input = input;
        m_output = layer.output(List.of(input));
        m_cutoff = cutoff;
        m_scratch = scratch;
        m_open = new int[m_output.width()];
    }

    @Override
    INDArray forward(final boolean training, final LayerWorkspaceMgr workspaces) {
        final INDArray result = activations(workspaces, inputs[0].size(0), m_output.channels(), m_output.height(),
            m_output.width());
        final int kernel = m_layer.kernel();
        final int stride = m_layer.stride();
        final int padding = m_layer.padding();
        // no dilation, padding as given, no extra parameter, channels first
        run("maxpool2d", List.of(input(0)), List.of(result), kernel, kernel, stride, stride, padding, padding, 1, 1, 0,
            0, 0);
        m_result = training ? result : null;
        return m_cutoff.applied(result);
    }

    @Override
    INDArray[] backward(final INDArray outGradient, final LayerWorkspaceMgr workspaces) {
        final INDArray masked = m_cutoff.gradient(m_result, outGradient);
        final INDArray result = gradients(workspaces, inputs[0].shape());
        final float[] maxima = m_scratch.copy(3, m_result);
        final float[] in = m_scratch.copy(0, input(0));
        final float[] gradients = m_scratch.copy(1, masked);
        final float[] gradient = m_scratch.array(2, (int)result.length());
        Arrays.fill(gradient, 0, (int)result.length(), 0);
        final int rows = (int)inputs[0].size(0) * m_input.channels() * m_output.height();
        for (int row = 0; row < rows; row++) {
            for (int x = 0; x < m_output.width(); x++) {
                m_open[x] = Float.floatToRawIntBits(gradients[row * m_output.width() + x]);
            }
            spread(in, maxima, row, gradient);
        }
        Scratch.pointer(result).put(gradient, 0, (int)result.length());
        m_result = null;
        return new INDArray[]{result};
    }

    /** Looks at the first place of all windows of a row, then at the second ... */
    private void spread(final float[] in, final float[] maxima, final int row, final float[] gradient) {
        final int stride = m_layer.stride();
        final int top = row % m_output.height() * stride - m_layer.padding();
        final int plane = row / m_output.height() * m_input.height();
        for (int y = Math.max(0, top); y < Math.min(m_input.height(), top + m_layer.kernel()); y++) {
            for (int column = -m_layer.padding(); column < m_layer.kernel() - m_layer.padding(); column++) {
                final int first = Math.max(0, -column + stride - 1) / stride;
                final int end = Math.min(m_output.width(), (m_input.width() - 1 - column + stride) / stride);
                give(in, (plane + y) * m_input.width() + column, maxima, row * m_output.width(), first, end, gradient);
            }
        }
    }

    /**
     * Gives the gradients of windows to one place in each of them where that holds the maximum. Whether it does is as
     * random as a coin, so signs of differences decide, not branches; no value is above the maximum, and where the
     * activation changed that, the gradient is zero.
     */
    private void give(final float[] in, final int from, final float[] maxima, final int windows, final int first,
        final int end, final float[] gradient) {
        final int stride = m_layer.stride();
        for (int x = first; x < end; x++) {
            final int at = from + x * stride;
            final int equal = ~(Float.floatToRawIntBits(in[at] - maxima[windows + x]) >> 31);
            gradient[at] += Float.intBitsToFloat(m_open[x] & equal);
            m_open[x] &= ~equal;
        }
    }
}
