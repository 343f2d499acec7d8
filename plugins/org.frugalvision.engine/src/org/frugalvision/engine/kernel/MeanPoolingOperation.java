// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Pooling;

/** Mean {@link Pooling}: padding counts as zeros. Sums run in row order. */
final class MeanPoolingOperation implements ArrayOperation {

    private final ImageShape m_input;

    private final ImageShape m_output;

    private final int m_kernel;

    private final int m_stride;

    private final int m_padding;

    MeanPoolingOperation(final Pooling layer, final ImageShape input) {
        m_input = input;
        m_output = layer.output(List.of(input));
        m_kernel = layer.kernel();
        m_stride = layer.stride();
        m_padding = layer.padding();
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        final float share = 1F / (m_kernel * m_kernel);
        forEachWindow(batch.images(), (window, top, end, left, right) -> {
            float sum = 0;
            for (int row = top; row < end; row += m_input.width()) {
                for (int x = left; x < right; x++) {
                    sum += in[0][row + x];
                }
            }
            out[window] = sum * share;
        });
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        final float share = 1F / (m_kernel * m_kernel);
        Arrays.fill(inGradients[0], 0, batch.images() * m_input.size(), 0);
        forEachWindow(batch.images(), (window, top, end, left, right) -> {
            final float part = outGradient[window] * share;
            for (int row = top; row < end; row += m_input.width()) {
                for (int x = left; x < right; x++) {
                    inGradients[0][row + x] += part;
                }
            }
        });
    }

    private void forEachWindow(final int images, final WindowWork work) {
        for (int window = 0; window < images * m_output.size(); window++) {
            final int line = window / m_output.width();
            final int plane = line / m_output.height() * m_input.height() * m_input.width();
            final int y = line % m_output.height() * m_stride - m_padding;
            final int x = window % m_output.width() * m_stride - m_padding;
            work.accept(window, plane + Math.max(0, y) * m_input.width(),
                plane + Math.min(m_input.height(), y + m_kernel) * m_input.width(), Math.max(0, x),
                Math.min(m_input.width(), x + m_kernel));
        }
    }

    /** Rows are given by the index of their first value, columns by their number. */
    @FunctionalInterface
    private interface WindowWork {
        void accept(int window, int top, int end, int left, int right);
    }
}
