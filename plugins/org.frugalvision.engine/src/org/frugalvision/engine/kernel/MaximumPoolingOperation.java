// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Pooling;

/** Maximum {@link Pooling}. Of equal values in a window, the first one in row order gets the gradient. */
final class MaximumPoolingOperation implements ArrayOperation {

    private final Pooling m_layer;

    private final ImageShape m_input;

    private final ImageShape m_output;

    /** Where the maxima of the last batch were found. */
    private int[] m_places = new int[0];

    MaximumPoolingOperation(final Pooling layer, final ImageShape input) {
        m_layer = layer;
        m_input = input;
        m_output = layer.output(List.of(input));
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        final int windows = batch.images() * m_output.size();
        if (m_places.length < windows) {
            m_places = new int[windows];
        }
        for (int window = 0; window < windows; window++) {
            m_places[window] = largest(in[0], window);
            out[window] = in[0][m_places[window]];
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        Arrays.fill(inGradients[0], 0, batch.images() * m_input.size(), 0);
        for (int window = 0; window < batch.images() * m_output.size(); window++) {
            inGradients[0][m_places[window]] += outGradient[window];
        }
    }

    private int largest(final float[] in, final int window) {
        final int line = window / m_output.width();
        final int plane = line / m_output.height() * m_input.height();
        final int top = line % m_output.height() * m_layer.stride() - m_layer.padding();
        final int left = window % m_output.width() * m_layer.stride() - m_layer.padding();
        int best = (plane + Math.max(0, top)) * m_input.width() + Math.max(0, left);
        for (int y = Math.max(0, top); y < Math.min(m_input.height(), top + m_layer.kernel()); y++) {
            final int row = (plane + y) * m_input.width();
            for (int x = Math.max(0, left); x < Math.min(m_input.width(), left + m_layer.kernel()); x++) {
                best = in[row + x] > in[best] ? row + x : best;
            }
        }
        return best;
    }
}
