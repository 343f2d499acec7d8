// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.BatchNormalization;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A {@link BatchNormalization} before its activation, by statistics that are given. Only values for each channel cross
 * to the heap and back.
 */
final class Nd4jNormalisation {

    private final double m_epsilon;

    Nd4jNormalisation(final BatchNormalization layer) {
        m_epsilon = layer.epsilon();
    }

    /** Means and variances of the images. */
    float[][] measure(final INDArray in, final Nd4jWork work) {
        final double count = (double)in.length() / in.size(1);
        final INDArray mean = work.take(1, in.size(1));
        work.sumChannels(in, mean);
        mean.divi(count);
        final INDArray squares = work.take(in.shape());
        Nd4jCalls.subtract(in, mean.reshape(1, in.size(1), 1, 1), squares);
        Nd4jCalls.multiply(squares, squares, squares);
        final INDArray variance = work.take(1, in.size(1));
        work.sumChannels(squares, variance);
        variance.divi(count);
        final float[][] statistics = {work.transfers().download(Crossing.CHANNELS, mean),
            work.transfers().download(Crossing.CHANNELS, variance)};
        work.giveBack(mean, squares, variance);
        return statistics;
    }

    void forward(final INDArray in, final INDArray out, final Statistics statistics, final float[] shifts,
        final Nd4jWork work) {
        final INDArray mean = perChannel(statistics.mean(), work);
        final INDArray factors = perChannel(factors(statistics), work);
        final INDArray shift = perChannel(shifts, work);
        Nd4jCalls.subtract(in, mean, out);
        Nd4jCalls.multiply(out, factors, out);
        Nd4jCalls.add(out, shift, out);
        work.giveBack(mean, factors, shift);
    }

    /** The gradient by the input, the statistics taken for constants. Returns those by scale and shift. */
    float[] backward(final INDArray in, final INDArray outGradient, final INDArray inGradient,
        final Statistics statistics, final Nd4jWork work) {
        final INDArray mean = perChannel(statistics.mean(), work);
        final INDArray products = work.take(in.shape());
        Nd4jCalls.subtract(in, mean, products);
        Nd4jCalls.multiply(products, outGradient, products);
        final INDArray sums = work.take(1, in.size(1));
        work.sumChannels(products, sums);
        final float[] byScale = work.transfers().download(Crossing.CHANNELS, sums);
        work.sumChannels(outGradient, sums);
        final float[] byShift = work.transfers().download(Crossing.CHANNELS, sums);
        work.giveBack(mean, products, sums);
        if (inGradient != null) {
            final INDArray factors = perChannel(factors(statistics), work);
            Nd4jCalls.multiply(outGradient, factors, inGradient);
            work.giveBack(factors);
        }
        final float[] both = new float[2 * byScale.length];
        for (int channel = 0; channel < byScale.length; channel++) {
            both[channel] = (float)(slope(statistics, channel) * byScale[channel]);
            both[byScale.length + channel] = byShift[channel];
        }
        return both;
    }

    /** Adds what the gradient by the input owes to the statistics. */
    void spread(final INDArray in, final INDArray inGradient, final float[] factors, final float[] summands,
        final Nd4jWork work) {
        final INDArray factor = perChannel(factors, work);
        final INDArray summand = perChannel(summands, work);
        final INDArray owed = work.take(in.shape());
        Nd4jCalls.multiply(in, factor, owed);
        Nd4jCalls.add(owed, summand, owed);
        Nd4jCalls.add(inGradient, owed, inGradient);
        work.giveBack(factor, summand, owed);
    }

    private static INDArray perChannel(final float[] values, final Nd4jWork work) {
        final INDArray array = work.take(1, values.length, 1, 1);
        work.transfers().upload(Crossing.CHANNELS, values, array);
        return array;
    }

    private float[] factors(final Statistics statistics) {
        final float[] factors = new float[statistics.scale().length];
        for (int channel = 0; channel < factors.length; channel++) {
            factors[channel] = (float)(statistics.scale()[channel] * slope(statistics, channel));
        }
        return factors;
    }

    private double slope(final Statistics statistics, final int channel) {
        return 1 / Math.sqrt(statistics.variance()[channel] + m_epsilon);
    }

    /** Of each channel, with what it is multiplied with. */
    record Statistics(float[] mean, float[] variance, float[] scale) {
    }
}
