// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.DepthwiseConvolution;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A {@link DepthwiseConvolution} before its activation, where ND4J has no fast code for it: a sum over the values of
 * the filters, each multiplied with moved maps.
 */
final class Nd4jDepthwiseTaps implements Nd4jOperation {

    private final DepthwiseConvolution m_layer;

    private final int m_kernel;

    Nd4jDepthwiseTaps(final DepthwiseConvolution layer) {
        m_layer = layer;
        m_kernel = layer.kernel();
    }

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        if (m_layer.bias()) {
            Nd4jCalls.stretch(work.weights()[1].reshape(1, out.size(1), 1, 1), out);
        } else {
            out.assign(0);
        }
        final INDArray padded = padded(in[0], work);
        addTaps(padded, m_layer.stride(), false, out, work);
        work.giveBack(padded);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        filterGradient(in[0], outGradient, weightGradients[0], work);
        if (m_layer.bias()) {
            work.sumChannels(outGradient, weightGradients[1]);
        }
        if (inGradients[0] != null) {
            final INDArray spread = spread(outGradient, inGradients[0], work);
            inGradients[0].assign(0);
            addTaps(spread, 1, true, inGradients[0], work);
            work.giveBack(spread);
        }
    }

    private void filterGradient(final INDArray in, final INDArray outGradient, final INDArray gradient,
        final Nd4jWork work) {
        final INDArray padded = padded(in, work);
        final List<INDArray> taps = new ArrayList<>();
        for (int tap = 0; tap < m_kernel * m_kernel; tap++) {
            final INDArray moved =
                work.copy(moved(padded, tap / m_kernel, tap % m_kernel, m_layer.stride(), outGradient));
            Nd4jCalls.multiply(moved, outGradient, moved);
            final INDArray sums = work.take(1, outGradient.size(1));
            work.sumChannels(moved, sums);
            taps.add(sums);
            work.giveBack(moved);
        }
        final INDArray all = work.take(taps.size(), outGradient.size(1));
        Nd4jCalls.concatenate(taps, 0, all);
        gradient.reshape(all.size(1), all.size(0)).assign(all.permute(1, 0));
        work.giveBack(taps.toArray(INDArray[]::new));
        work.giveBack(all, padded);
    }

    /** Adds to the output, for each value of the filters, its product with the maps moved by its place. */
    private void addTaps(final INDArray maps, final int stride, final boolean mirrored, final INDArray out,
        final Nd4jWork work) {
        final INDArray filters = work.weights()[0].reshape(out.size(1), (long)m_kernel * m_kernel);
        final INDArray term = work.take(out.shape());
        for (int tap = 0; tap < m_kernel * m_kernel; tap++) {
            final INDArray factors = work.copy(filters.get(NDArrayIndex.all(), NDArrayIndex.interval(tap, tap + 1)));
            final int place = mirrored ? m_kernel * m_kernel - 1 - tap : tap;
            Nd4jCalls.multiply(moved(maps, place / m_kernel, place % m_kernel, stride, out),
                factors.reshape(1, out.size(1), 1, 1), term);
            Nd4jCalls.add(out, term, out);
            work.giveBack(factors);
        }
        work.giveBack(term);
    }

    private INDArray padded(final INDArray in, final Nd4jWork work) {
        final int padding = m_layer.padding();
        final long more = 2L * padding + m_layer.stride() - 1;
        final INDArray padded = work.take(in.size(0), in.size(1), in.size(2) + more, in.size(3) + more);
        padded.assign(0);
        moved(padded, padding, padding, 1, in).assign(in);
        return padded;
    }

    /** The gradient with zeros between its values and around them, so that every value of the input has all taps. */
    private INDArray spread(final INDArray outGradient, final INDArray in, final Nd4jWork work) {
        final long more = m_kernel - 1L + m_layer.stride() - 1;
        final INDArray spread = work.take(in.size(0), in.size(1), in.size(2) + more, in.size(3) + more);
        spread.assign(0);
        final int first = m_kernel - 1 - m_layer.padding();
        moved(spread, first, first, m_layer.stride(), outGradient).assign(outGradient);
        return spread;
    }

    /** As many rows and columns as other maps have, from some place on. */
    private static INDArray moved(final INDArray maps, final int top, final int left, final int stride,
        final INDArray like) {
        return maps.get(NDArrayIndex.all(), NDArrayIndex.all(), steps(top, stride, like.size(2)),
            steps(left, stride, like.size(3)));
    }

    /** ND4J divides the length by the stride and rounds, so the end has to be that of a whole step. */
    private static INDArrayIndex steps(final int first, final int stride, final long count) {
        return NDArrayIndex.interval(first, stride, first + count * stride);
    }
}
