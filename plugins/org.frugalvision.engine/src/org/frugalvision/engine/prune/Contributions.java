// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.Arrays;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Graph;

/**
 * What each channel of a group adds to some values of the layers that read it, before their bias: of each image that is
 * looked at, ten values of each reader, drawn at random.
 */
final class Contributions {

    /** Values of each reader and image (Luo, Wu and Lin 2017). */
    static final int VALUES = 10;

    private final Graph m_graph;

    private final Reading m_reading;

    private final float[] m_weights;

    private final int m_channels;

    Contributions(final Graph graph, final Reading reading, final float[] weights, final int channels) {
        m_graph = graph;
        m_reading = reading;
        m_weights = weights;
        m_channels = channels;
    }

    /** Draws values of an image: one row each, one column for each channel. */
    double[][] of(final float[] maps, final int offset, final RandomGenerator random) {
        final ImageShape output = m_graph.shape(m_reading.reader());
        final double[][] rows = new double[VALUES][m_channels];
        for (final double[] row : rows) {
            final int filter = random.nextInt(output.channels());
            final int y = random.nextInt(output.height());
            final int x = random.nextInt(output.width());
            Arrays.setAll(row, channel -> m_graph.layer(m_reading.reader()) instanceof Convolution it
                ? convolved(it, maps, offset, channel, new int[]{filter, y, x})
                : summed(maps, offset, channel, filter));
        }
        return rows;
    }

    private double summed(final float[] maps, final int offset, final int channel, final int unit) {
        final int inputs = m_reading.weights().shape().shape()[1];
        final int first = m_reading.first() + channel * m_reading.length();
        double sum = 0;
        for (int i = first; i < first + m_reading.length(); i++) {
            sum += (double)m_weights[m_reading.weights().offset() + unit * inputs + i] * maps[offset + i];
        }
        return sum;
    }

    private double convolved(final Convolution layer, final float[] maps, final int offset, final int channel,
        final int[] place) {
        final ImageShape input = m_graph.shape(m_reading.place());
        final int kernel = layer.kernel();
        final int first = m_reading.member().offset() + channel * m_reading.member().span();
        double sum = 0;
        for (int c = first; c < first + m_reading.member().span(); c++) {
            for (int i = 0; i < kernel * kernel; i++) {
                final int y = place[1] * layer.stride() - layer.padding() + i / kernel;
                final int x = place[2] * layer.stride() - layer.padding() + i % kernel;
                if (y >= 0 && y < input.height() && x >= 0 && x < input.width()) {
                    sum += (double)m_weights[m_reading.weights().offset()
                        + (place[0] * input.channels() + c) * kernel * kernel + i]
                        * maps[offset + (c * input.height() + y) * input.width() + x];
                }
            }
        }
        return sum;
    }
}
