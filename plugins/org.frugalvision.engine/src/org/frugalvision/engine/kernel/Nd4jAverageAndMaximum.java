// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;

import org.frugalvision.engine.kernel.Nd4jCalls.Pool;
import org.frugalvision.engine.kernel.Nd4jCalls.Sliding;
import org.frugalvision.engine.network.AverageAndMaximum;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * {@link AverageAndMaximum}: both of every plane. Or {@link ChannelAverageAndMaximum}: both of every pixel, which is
 * the same with the channels for rows and the pixels for columns of a map.
 */
final class Nd4jAverageAndMaximum implements Nd4jOperation {

    private final boolean m_overChannels;

    Nd4jAverageAndMaximum(final boolean overChannels) {
        m_overChannels = overChannels;
    }

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        final INDArray maps = maps(in[0]);
        final INDArray both = both(out);
        final long[] shape = half(both);
        final INDArray mean = work.take(shape);
        final INDArray maximum = work.take(shape);
        Nd4jCalls.poolAll(Pool.MEAN, maps, window(maps), mean);
        Nd4jCalls.poolAll(Pool.MAXIMUM, maps, window(maps), maximum);
        Nd4jCalls.concatenate(List.of(mean, maximum), dimension(), both);
        work.giveBack(mean, maximum);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        final INDArray maps = maps(in[0]);
        final INDArray both = both(outGradient);
        final INDArray mean = work.copy(both.get(part(0)));
        final INDArray maximum = work.copy(both.get(part(1)));
        final INDArray share = work.take(maps.shape());
        Nd4jCalls.poolAllBack(Pool.MAXIMUM, maps, maximum, window(maps), share);
        Nd4jCalls.stretch(mean, maps(inGradients[0]));
        inGradients[0].divi(maps.size(2) * (m_overChannels ? 1 : maps.size(3)));
        Nd4jCalls.add(inGradients[0], share.reshape(inGradients[0].shape()), inGradients[0]);
        work.giveBack(mean, maximum, share);
    }

    private INDArray maps(final INDArray maps) {
        return m_overChannels ? maps.reshape(maps.size(0), 1, maps.size(1), maps.size(2) * maps.size(3)) : maps;
    }

    /** Mean and maximum follow each other in one dimension: the rows, or the columns. */
    private INDArray both(final INDArray out) {
        return m_overChannels ? out.reshape(out.size(0), 1, 2, out.size(2) * out.size(3))
            : out.reshape(out.size(0), out.length() / out.size(0) / 2, 1, 2);
    }

    private int dimension() {
        return m_overChannels ? 2 : 3;
    }

    private long[] half(final INDArray both) {
        final long[] shape = both.shape().clone();
        shape[dimension()] = 1;
        return shape;
    }

    private INDArrayIndex[] part(final int which) {
        final INDArrayIndex[] indexes = {NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all(),
            NDArrayIndex.all()};
        indexes[dimension()] = NDArrayIndex.interval(which, which + 1);
        return indexes;
    }

    private Sliding window(final INDArray maps) {
        return new Sliding((int)maps.size(2), m_overChannels ? 1 : (int)maps.size(3), 1, 0);
    }
}
