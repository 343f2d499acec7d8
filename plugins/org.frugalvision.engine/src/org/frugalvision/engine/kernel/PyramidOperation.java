// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.SpatialPyramidPooling;

/** {@link SpatialPyramidPooling}; of equal values in a bin, the first one in row order gets the gradient. */
final class PyramidOperation implements ArrayOperation {

    private final ImageShape m_input;

    private final List<Integer> m_levels;

    private final int m_bins;

    /** Where the maxima of the last batch were found. */
    private int[] m_places = new int[0];

    PyramidOperation(final SpatialPyramidPooling layer, final ImageShape input) {
        m_input = input;
        m_levels = layer.levels();
        m_bins = m_levels.stream().mapToInt(level -> level * level).sum();
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        final int channels = batch.images() * m_input.channels();
        if (m_places.length < channels * m_bins) {
            m_places = new int[channels * m_bins];
        }
        int bin = 0;
        for (int channel = 0; channel < channels; channel++) {
            final int from = channel * m_input.height() * m_input.width();
            for (final int level : m_levels) {
                for (int i = 0; i < level * level; i++) {
                    final int place = largest(in[0], from, level, i / level, i % level);
                    m_places[bin] = place;
                    out[bin++] = in[0][place];
                }
            }
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        Arrays.fill(inGradients[0], 0, batch.images() * m_input.size(), 0);
        for (int bin = 0; bin < batch.images() * m_input.channels() * m_bins; bin++) {
            inGradients[0][m_places[bin]] += outGradient[bin];
        }
    }

    private int largest(final float[] in, final int from, final int level, final int row, final int column) {
        final int width = m_input.width();
        int best = from + start(row, m_input.height(), level) * width + start(column, width, level);
        for (int y = start(row, m_input.height(), level); y < end(row, m_input.height(), level); y++) {
            for (int x = start(column, width, level); x < end(column, width, level); x++) {
                best = in[from + y * width + x] > in[best] ? from + y * width + x : best;
            }
        }
        return best;
    }

    static int start(final int bin, final int length, final int bins) {
        return (int)((long)bin * length / bins);
    }

    static int end(final int bin, final int length, final int bins) {
        return (int)(((long)(bin + 1) * length + bins - 1) / bins);
    }
}
