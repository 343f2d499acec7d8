// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;

/**
 * Writes the values under every position of a convolution's window side by side ("im2col"): a row per value of the
 * window (channels, rows, columns), a column per position in row order, zeros for padding; with a bias, a last row of
 * ones. O(rows x columns).
 */
final class Lowering {

    private final Convolution m_layer;

    private final ImageShape m_input;

    private final ImageShape m_output;

    Lowering(final Convolution layer, final ImageShape input, final ImageShape output) {
        m_layer = layer;
        m_input = input;
        m_output = output;
    }

    int rows() {
        return m_input.channels() * m_layer.kernel() * m_layer.kernel() + (m_layer.bias() ? 1 : 0);
    }

    int columns() {
        return m_output.height() * m_output.width();
    }

    /**
     * @param images images, CHW each
     * @param image which one to take
     * @param lowered receives the matrix, row after row
     */
    void lower(final float[] images, final int image, final float[] lowered) {
        final int kernel = m_layer.kernel();
        int to = 0;
        for (int channel = 0; channel < m_input.channels(); channel++) {
            final int plane = image * m_input.size() + channel * m_input.height() * m_input.width();
            for (int value = 0; value < kernel * kernel; value++) {
                shift(images, plane, value / kernel - m_layer.padding(), value % kernel - m_layer.padding(), lowered,
                    to);
                to += columns();
            }
        }
        if (m_layer.bias()) {
            Arrays.fill(lowered, to, to + columns(), 1);
        }
    }

    /** The plane moved by so many rows and columns, every stride-th of each. */
    private void shift(final float[] images, final int plane, final int down, final int right, final float[] lowered,
        final int to) {
        final int stride = m_layer.stride();
        final int width = m_output.width();
        final int first = Math.min(width, (Math.max(0, -right) + stride - 1) / stride);
        final int end = Math.max(first, Math.min(width, (m_input.width() - 1 - right) / stride + 1));
        int row = to;
        for (int y = 0; y < m_output.height(); y++, row += width) {
            final int source = y * stride + down;
            if (source < 0 || source >= m_input.height()) {
                Arrays.fill(lowered, row, row + width, 0);
                continue;
            }
            Arrays.fill(lowered, row, row + first, 0);
            final int from = plane + source * m_input.width() + right;
            if (stride == 1) {
                System.arraycopy(images, from + first, lowered, row + first, end - first);
            } else {
                for (int x = first; x < end; x++) {
                    lowered[row + x] = images[from + x * stride];
                }
            }
            Arrays.fill(lowered, row + end, row + width, 0);
        }
    }
}
