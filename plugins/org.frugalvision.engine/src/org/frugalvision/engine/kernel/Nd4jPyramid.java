// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Nd4jCalls.Pool;
import org.frugalvision.engine.kernel.Nd4jCalls.Sliding;
import org.frugalvision.engine.network.SpatialPyramidPooling;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** {@link SpatialPyramidPooling}: every bin is cut out and pooled. */
final class Nd4jPyramid implements Nd4jOperation {

    private final List<Bin> m_bins = new ArrayList<>();

    Nd4jPyramid(final SpatialPyramidPooling layer, final ImageShape input) {
        for (final int level : layer.levels()) {
            for (int i = 0; i < level * level; i++) {
                m_bins.add(new Bin(PyramidOperation.start(i / level, input.height(), level),
                    PyramidOperation.end(i / level, input.height(), level),
                    PyramidOperation.start(i % level, input.width(), level),
                    PyramidOperation.end(i % level, input.width(), level)));
            }
        }
    }

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        final List<INDArray> maxima = new ArrayList<>();
        for (final Bin bin : m_bins) {
            final INDArray cut = work.copy(bin.of(in[0]));
            final INDArray maximum = work.take(cut.size(0), cut.size(1), 1, 1);
            Nd4jCalls.poolAll(Pool.MAXIMUM, cut, bin.window(), maximum);
            maxima.add(maximum);
            work.giveBack(cut);
        }
        Nd4jCalls.concatenate(maxima, 3, byBin(out, in[0]));
        work.giveBack(maxima.toArray(INDArray[]::new));
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        inGradients[0].assign(0);
        for (int i = 0; i < m_bins.size(); i++) {
            final Bin bin = m_bins.get(i);
            final INDArray cut = work.copy(bin.of(in[0]));
            final INDArray gradient = work.copy(byBin(outGradient, in[0]).get(NDArrayIndex.all(), NDArrayIndex.all(),
                NDArrayIndex.all(), NDArrayIndex.interval(i, i + 1)));
            final INDArray share = work.take(cut.shape());
            Nd4jCalls.poolAllBack(Pool.MAXIMUM, cut, gradient, bin.window(), share);
            bin.of(inGradients[0]).addi(share);
            work.giveBack(cut, gradient, share);
        }
    }

    /** The bins of a channel follow each other. */
    private INDArray byBin(final INDArray out, final INDArray in) {
        return out.reshape(in.size(0), in.size(1), 1, m_bins.size());
    }

    /** Rows and columns of a map; both ends are exclusive. */
    private record Bin(int top, int bottom, int left, int right) {

        INDArray of(final INDArray maps) {
            return maps.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(top, bottom),
                NDArrayIndex.interval(left, right));
        }

        Sliding window() {
            return new Sliding(bottom - top, right - left, 1, 0);
        }
    }
}
