// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.kernel.Nd4jCalls.Sliding;
import org.frugalvision.engine.network.Convolution;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link Convolution} before its activation. */
final class Nd4jConvolution implements Nd4jOperation {

    private final Sliding m_sliding;

    Nd4jConvolution(final Convolution layer) {
        m_sliding = new Sliding(layer.kernel(), layer.kernel(), layer.stride(), layer.padding());
    }

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        Nd4jCalls.convolve(withWeights(in, work), m_sliding, out);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        final List<INDArray> all = withWeights(in, work);
        all.add(outGradient);
        // the operation makes all gradients, wanted or not
        final INDArray unwanted = inGradients[0] == null ? work.take(in[0].shape()) : null;
        final List<INDArray> gradients = new ArrayList<>(List.of(weightGradients));
        gradients.add(0, unwanted == null ? inGradients[0] : unwanted);
        Nd4jCalls.convolveBack(all, m_sliding, gradients);
        if (unwanted != null) {
            work.giveBack(unwanted);
        }
    }

    private static List<INDArray> withWeights(final INDArray[] in, final Nd4jWork work) {
        final List<INDArray> all = new ArrayList<>(List.of(work.weights()));
        all.add(0, in[0]);
        return all;
    }
}
