// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/**
 * {@link BatchNormalization} with its activation: two passes over the values for the statistics, one for the output.
 * Sums of one channel of one image are taken in single precision, sums of these in double precision.
 */
final class BatchNormalizationOperation implements ArrayOperation {

    private final int m_channels;

    private final int m_plane;

    private final double m_epsilon;

    private final float m_least;

    private final float m_most;

    /** Means of the last batch. */
    private final float[] m_mean;

    /** 1 / sqrt(variance + epsilon) of the last batch. */
    private final float[] m_factor;

    private final double[] m_variance;

    BatchNormalizationOperation(final BatchNormalization layer, final int channels, final int plane) {
        m_channels = channels;
        m_plane = plane;
        m_epsilon = layer.epsilon();
        m_least = layer.activation().least();
        m_most = layer.activation().most();
        m_mean = new float[channels];
        m_factor = new float[channels];
        m_variance = new double[channels];
    }

    @Override
    public void forward(final float[] in, final float[] out, final int images, final boolean training,
        final float[] weights) {
        for (int channel = 0; channel < m_channels; channel++) {
            if (training) {
                measure(in, images, channel);
            } else {
                m_mean[channel] = weights[2 * m_channels + channel];
                m_variance[channel] = weights[3 * m_channels + channel];
            }
            m_factor[channel] = (float)(1 / Math.sqrt(m_variance[channel] + m_epsilon));
        }
        for (int row = 0; row < images * m_channels; row++) {
            final int channel = row % m_channels;
            final float scale = weights[channel] * m_factor[channel];
            final float shift = weights[m_channels + channel];
            normalise(in, out, row * m_plane, m_mean[channel], scale, shift);
        }
    }

    @Override
    public void backward(final float[] in, final float[] outGradient, final float[] inGradient, final int images,
        final float[] weights, final float[] gradient) {
        final double[] sums = new double[m_channels];
        final double[] products = new double[m_channels];
        for (int row = 0; row < images * m_channels; row++) {
            final int channel = row % m_channels;
            final int from = row * m_plane;
            final float mean = m_mean[channel];
            cut(in, outGradient, inGradient, from, weights[channel] * m_factor[channel],
                weights[m_channels + channel], mean);
            sums[channel] += Sums.sum(inGradient, from, m_plane);
            products[channel] += Sums.product(inGradient, in, from, m_plane, mean);
        }
        final double count = (double)images * m_plane;
        for (int channel = 0; channel < m_channels; channel++) {
            products[channel] *= m_factor[channel];
            gradient[channel] = (float)products[channel];
            gradient[m_channels + channel] = (float)sums[channel];
            gradient[2 * m_channels + channel] = step(images, weights[2 * m_channels + channel], m_mean[channel]);
            gradient[3 * m_channels + channel] = step(images, weights[3 * m_channels + channel], m_variance[channel]);
        }
        for (int row = 0; row < images * m_channels; row++) {
            final int channel = row % m_channels;
            final float scale = weights[channel] * m_factor[channel];
            final float slope = (float)(products[channel] / count) * m_factor[channel];
            spread(in, inGradient, row * m_plane, scale, slope, (float)(sums[channel] / count), m_mean[channel]);
        }
    }

    private void measure(final float[] in, final int images, final int channel) {
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
        m_mean[channel] = mean;
        m_variance[channel] = squares / count;
    }

    private void normalise(final float[] in, final float[] out, final int from, final float mean, final float scale,
        final float shift) {
        final float least = m_least;
        final float most = m_most;
        for (int i = from; i < from + m_plane; i++) {
            out[i] = Math.min(Math.max((in[i] - mean) * scale + shift, least), most);
        }
    }

    /** The gradient before the activation: zero where the activation cut off. */
    private void cut(final float[] in, final float[] outGradient, final float[] inGradient, final int from,
        final float scale, final float shift, final float mean) {
        final float least = m_least;
        final float most = m_most;
        for (int i = from; i < from + m_plane; i++) {
            final float value = (in[i] - mean) * scale + shift;
            inGradient[i] = Float
                .intBitsToFloat(Float.floatToRawIntBits(outGradient[i]) & Cutoff.inside(value, least, most));
        }
    }

    /** The gradient by the input, in place: mean and variance depend on the input, too. */
    private void spread(final float[] in, final float[] gradient, final int from, final float scale, final float slope,
        final float mean, final float center) {
        for (int i = from; i < from + m_plane; i++) {
            gradient[i] = scale * (gradient[i] - mean - (in[i] - center) * slope);
        }
    }

    private static float step(final int images, final double running, final double batch) {
        return (float)((running - batch) * (1 - BatchNormalization.DECAY) * images);
    }
}
