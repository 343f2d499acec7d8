// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Padding;

/** {@link Padding}. */
final class PaddingOperation implements ArrayOperation {

    private final Padding m_layer;

    private final ImageShape m_input;

    private final ImageShape m_output;

    PaddingOperation(final Padding layer, final ImageShape input) {
        m_layer = layer;
        m_input = input;
        m_output = layer.output(List.of(input));
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        Arrays.fill(out, 0, batch.images() * m_output.size(), 0);
        for (int row = 0; row < batch.images() * m_input.channels() * m_input.height(); row++) {
            System.arraycopy(in[0], row * m_input.width(), out, place(row), m_input.width());
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        for (int row = 0; row < batch.images() * m_input.channels() * m_input.height(); row++) {
            System.arraycopy(outGradient, place(row), inGradients[0], row * m_input.width(), m_input.width());
        }
    }

    /** Where a row of the input begins in the output. */
    private int place(final int row) {
        final int plane = row / m_input.height();
        final int y = row % m_input.height() + m_layer.top();
        return (plane * m_output.height() + y) * m_output.width() + m_layer.left();
    }
}
