// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.kernel.Nd4jCalls.Sliding;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link DepthwiseConvolution} before its activation, where ND4J has fast code for it. */
final class Nd4jDepthwise implements Nd4jOperation {

    private final Sliding m_sliding;

    Nd4jDepthwise(final DepthwiseConvolution layer) {
        m_sliding = new Sliding(layer.kernel(), layer.kernel(), layer.stride(), layer.padding());
    }

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        final List<INDArray> all = withWeights(in, work);
        Nd4jCalls.convolveDepthwise(all, m_sliding, out);
        work.giveBack(all.get(1));
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        final List<INDArray> all = withWeights(in, work);
        all.add(outGradient);
        // the operation makes all gradients, wanted or not
        final INDArray unwanted = inGradients[0] == null ? work.take(in[0].shape()) : null;
        final INDArray filters = work.take(all.get(1).shape());
        final List<INDArray> gradients = new ArrayList<>(List.of(weightGradients));
        gradients.set(0, filters);
        gradients.add(0, unwanted == null ? inGradients[0] : unwanted);
        Nd4jCalls.convolveDepthwiseBack(all, m_sliding, gradients);
        weightGradients[0].assign(filters.permute(2, 3, 0, 1));
        work.giveBack(filters, all.get(1));
        if (unwanted != null) {
            work.giveBack(unwanted);
        }
    }

    private static List<INDArray> withWeights(final INDArray[] in, final Nd4jWork work) {
        final List<INDArray> all = new ArrayList<>(List.of(work.weights()));
        all.set(0, work.copy(work.weights()[0].permute(2, 3, 0, 1)));
        all.add(0, in[0]);
        return all;
    }
}
