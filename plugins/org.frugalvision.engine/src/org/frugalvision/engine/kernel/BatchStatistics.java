// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;

import org.frugalvision.engine.network.BatchNormalization;

/**
 * The statistics by which one normalisation takes one batch, put together from those of its parts: means and squares by
 * Chan, Golub and LeVeque 1983 (doi:10.1080/00031305.1983.10483115), all in the order of the parts and in double
 * precision, so that the order in which threads are done does not matter. Each part writes what is its own only.
 */
final class BatchStatistics {

    private final int m_channels;

    private final int m_plane;

    private final double m_epsilon;

    private final float[] m_scales;

    private final int[] m_images;

    private final float[][] m_means;

    private final float[][] m_variances;

    private final float[][] m_sums;

    private final double[] m_mean;

    private final double[] m_variance;

    /** Gradients by scale and by shift, one after the other. */
    private final double[] m_sum;

    private double m_count;

    /**
     * @param parts how many
     * @param plane values of a channel in one image
     * @param layer whose epsilon is added
     * @param scales of the channels
     */
    BatchStatistics(final int parts, final int plane, final BatchNormalization layer, final float[] scales) {
        m_channels = scales.length;
        m_plane = plane;
        m_epsilon = layer.epsilon();
        m_scales = scales;
        m_images = new int[parts];
        m_means = new float[parts][];
        m_variances = new float[parts][];
        m_sums = new float[parts][];
        m_mean = new double[m_channels];
        m_variance = new double[m_channels];
        m_sum = new double[2 * m_channels];
    }

    /** Takes what a part measured; variances are means of squares. */
    void measured(final int part, final int images, final float[] means, final float[] variances) {
        m_images[part] = images;
        m_means[part] = means;
        m_variances[part] = variances;
    }

    /** After all parts have measured. */
    void combine() {
        m_count = 0;
        for (int part = 0; part < m_images.length; part++) {
            final double count = (double)m_images[part] * m_plane;
            for (int channel = 0; channel < m_channels; channel++) {
                final double distance = m_means[part][channel] - m_mean[channel];
                m_mean[channel] += distance * count / (m_count + count);
                m_variance[channel] +=
                    m_variances[part][channel] * count + distance * distance * m_count * count / (m_count + count);
            }
            m_count += count;
        }
        for (int channel = 0; channel < m_channels; channel++) {
            m_variance[channel] /= m_count;
        }
    }

    float[] mean() {
        return floats(m_mean, 0, m_channels);
    }

    float[] variance() {
        return floats(m_variance, 0, m_channels);
    }

    /** Takes a part's gradients by scale and by shift, one after the other. */
    void summed(final int part, final float[] sums) {
        m_sums[part] = sums;
    }

    /** After all parts have summed. */
    void combineSums() {
        Arrays.fill(m_sum, 0);
        for (final float[] sums : m_sums) {
            for (int i = 0; i < m_sum.length; i++) {
                m_sum[i] += sums[i];
            }
        }
    }

    /** Gradients by scale and by shift. */
    float[][] sums() {
        return new float[][]{floats(m_sum, 0, m_channels), floats(m_sum, m_channels, m_channels)};
    }

    /**
     * The gradient by an input is that for fixed statistics, plus factor x input + summand, because mean and variance
     * depend on the input, too.
     */
    float[] factors() {
        final float[] factors = new float[m_channels];
        for (int channel = 0; channel < m_channels; channel++) {
            factors[channel] = (float)factor(channel);
        }
        return factors;
    }

    float[] summands() {
        final float[] summands = new float[m_channels];
        for (int channel = 0; channel < m_channels; channel++) {
            summands[channel] = (float)(-m_scales[channel] * slope(channel) * m_sum[m_channels + channel] / m_count
                - factor(channel) * m_mean[channel]);
        }
        return summands;
    }

    private double factor(final int channel) {
        return -m_scales[channel] * slope(channel) * slope(channel) * m_sum[channel] / m_count;
    }

    private double slope(final int channel) {
        return 1 / Math.sqrt(m_variance[channel] + m_epsilon);
    }

    private static float[] floats(final double[] values, final int from, final int length) {
        final float[] floats = new float[length];
        for (int i = 0; i < length; i++) {
            floats[i] = (float)values[from + i];
        }
        return floats;
    }
}
