// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.DepthwiseConvolution;

/**
 * A {@link DepthwiseConvolution} before its activation: each value of the filter is multiplied with a moved plane, row
 * by row. With filters in this order, ND4J's operation takes many times as long.
 */
final class DepthwiseOperation implements ArrayOperation {

    private final DepthwiseConvolution m_layer;

    private final ImageShape m_input;

    private final ImageShape m_output;

    DepthwiseOperation(final DepthwiseConvolution layer, final ImageShape input) {
        m_layer = layer;
        m_input = input;
        m_output = layer.output(List.of(input));
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        final int area = m_output.height() * m_output.width();
        final int filters = m_input.channels() * m_layer.kernel() * m_layer.kernel();
        for (int plane = 0; plane < batch.images() * m_input.channels(); plane++) {
            final int channel = plane % m_input.channels();
            Arrays.fill(out, plane * area, (plane + 1) * area, m_layer.bias() ? weights[filters + channel] : 0);
        }
        forEachRow(batch.images(),
            (weight, from, to, length) -> add(weights[weight], in[0], from, out, to, length));
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        Arrays.fill(gradient, 0);
        forEachRow(batch.images(), (weight, from, to, length) -> gradient[weight] +=
            product(in[0], from, outGradient, to, length));
        if (inGradients[0] != null) {
            Arrays.fill(inGradients[0], 0, batch.images() * m_input.size(), 0);
            forEachRow(batch.images(),
                (weight, from, to, length) -> spread(weights[weight], outGradient, to, inGradients[0], from, length));
        }
        if (m_layer.bias()) {
            final int area = m_output.height() * m_output.width();
            final int filters = m_input.channels() * m_layer.kernel() * m_layer.kernel();
            for (int plane = 0; plane < batch.images() * m_input.channels(); plane++) {
                gradient[filters + plane % m_input.channels()] += Sums.sum(outGradient, plane * area, area);
            }
        }
    }

    /** Calls for each value of each filter and each row of the output that it reaches, in order. */
    private void forEachRow(final int images, final RowWork work) {
        final int kernel = m_layer.kernel();
        final int stride = m_layer.stride();
        for (int plane = 0; plane < images * m_input.channels(); plane++) {
            for (int value = 0; value < kernel * kernel; value++) {
                final int down = value / kernel - m_layer.padding();
                final int right = value % kernel - m_layer.padding();
                final int first = (Math.max(0, -right) + stride - 1) / stride;
                final int end = Math.min(m_output.width(), (m_input.width() - 1 - right + stride) / stride);
                for (int y = 0; y < m_output.height(); y++) {
                    final int row = y * stride + down;
                    if (row >= 0 && row < m_input.height() && first < end) {
                        work.accept(plane % m_input.channels() * kernel * kernel + value,
                            (plane * m_input.height() + row) * m_input.width() + right + first * stride,
                            (plane * m_output.height() + y) * m_output.width() + first, end - first);
                    }
                }
            }
        }
    }

    private void add(final float weight, final float[] in, final int from, final float[] out, final int to,
        final int length) {
        final int stride = m_layer.stride();
        if (stride == 1) {
            for (int i = 0; i < length; i++) {
                out[to + i] += weight * in[from + i];
            }
        } else {
            for (int i = 0; i < length; i++) {
                out[to + i] += weight * in[from + i * stride];
            }
        }
    }

    private void spread(final float weight, final float[] slopes, final int to, final float[] inGradient,
        final int from, final int length) {
        final int stride = m_layer.stride();
        if (stride == 1) {
            for (int i = 0; i < length; i++) {
                inGradient[from + i] += weight * slopes[to + i];
            }
        } else {
            for (int i = 0; i < length; i++) {
                inGradient[from + i * stride] += weight * slopes[to + i];
            }
        }
    }

    private float product(final float[] in, final int from, final float[] slopes, final int to, final int length) {
        final int stride = m_layer.stride();
        float even = 0;
        float odd = 0;
        int i = 0;
        for (; i + 1 < length; i += 2) {
            even += in[from + i * stride] * slopes[to + i];
            odd += in[from + (i + 1) * stride] * slopes[to + i + 1];
        }
        return i < length ? even + odd + in[from + i * stride] * slopes[to + i] : even + odd;
    }

    /** {@code length} values of the input from {@code from}, every stride-th, belong to the outputs from {@code to}. */
    @FunctionalInterface
    private interface RowWork {
        void accept(int weight, int from, int to, int length);
    }
}
