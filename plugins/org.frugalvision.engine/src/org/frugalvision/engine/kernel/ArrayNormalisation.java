// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.BatchNormalization;

/**
 * A {@link BatchNormalization} before its activation, on arrays, by statistics that are given. Sums of one channel of
 * one image are taken in single precision, sums of these in double precision.
 */
final class ArrayNormalisation {

    private final int m_channels;

    private final int m_plane;

    private final double m_epsilon;

    ArrayNormalisation(final BatchNormalization layer, final ImageShape shape) {
        m_channels = shape.channels();
        m_plane = shape.height() * shape.width();
        m_epsilon = layer.epsilon();
    }

    /** Means and variances of some images. */
    float[][] measure(final float[] in, final int images) {
        final float[][] statistics = new float[2][m_channels];
        for (int channel = 0; channel < m_channels; channel++) {
            double sum = 0;
            for (int image = 0; image < images; image++) {
                sum += Sums.sum(in, (image * m_channels + channel) * m_plane, m_plane);
            }
            final double count = (double)images * m_plane;
            final float mean = (float)(sum / count);
            double squares = 0;
            for (int image = 0; image < images; image++) {
                squares += Sums.squares(in, (image * m_channels + channel) * m_plane, m_plane, mean);
            }
            statistics[0][channel] = mean;
            statistics[1][channel] = (float)(squares / count);
        }
        return statistics;
    }

    void forward(final float[] in, final float[] out, final int images, final Statistics statistics,
        final float[] weights) {
        for (int row = 0; row < images * m_channels; row++) {
            final int channel = row % m_channels;
            final float mean = statistics.mean()[channel];
            final float scale = weights[channel] * slope(statistics, channel);
            final float shift = weights[m_channels + channel];
            for (int i = row * m_plane; i < (row + 1) * m_plane; i++) {
                out[i] = (in[i] - mean) * scale + shift;
            }
        }
    }

    /** The gradient by the input, the statistics taken for constants. Returns those by scale and shift. */
    float[] backward(final float[] in, final float[] outGradient, final float[] inGradient, final int images,
        final Statistics statistics, final float[] weights) {
        final double[] sums = new double[2 * m_channels];
        for (int row = 0; row < images * m_channels; row++) {
            final int channel = row % m_channels;
            final int from = row * m_plane;
            final float slope = slope(statistics, channel);
            sums[channel] +=
                (double)slope * Sums.product(outGradient, in, from, m_plane, statistics.mean()[channel]);
            sums[m_channels + channel] += Sums.sum(outGradient, from, m_plane);
            if (inGradient != null) {
                final float scale = weights[channel] * slope;
                for (int i = from; i < from + m_plane; i++) {
                    inGradient[i] = scale * outGradient[i];
                }
            }
        }
        final float[] floats = new float[sums.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)sums[i];
        }
        return floats;
    }

    /** Adds what the gradient by the input owes to the statistics. */
    void spread(final float[] in, final float[] inGradient, final int images, final float[] factors,
        final float[] summands) {
        for (int row = 0; row < images * m_channels; row++) {
            final float factor = factors[row % m_channels];
            final float summand = summands[row % m_channels];
            for (int i = row * m_plane; i < (row + 1) * m_plane; i++) {
                inGradient[i] += in[i] * factor + summand;
            }
        }
    }

    private float slope(final Statistics statistics, final int channel) {
        return (float)(1 / Math.sqrt(statistics.variance()[channel] + m_epsilon));
    }

    /** Of each channel. */
    record Statistics(float[] mean, float[] variance) {
    }
}
