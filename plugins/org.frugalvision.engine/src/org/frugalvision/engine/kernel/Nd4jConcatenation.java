// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;

import org.frugalvision.engine.network.Concatenation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** {@link Concatenation}. */
final class Nd4jConcatenation implements Nd4jOperation {

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        Nd4jCalls.concatenate(List.of(in), 1, out);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        long channel = 0;
        for (int i = 0; i < in.length; i++) {
            final long end = channel + in[i].size(1);
            if (inGradients[i] != null) {
                inGradients[i].assign(outGradient.get(NDArrayIndex.all(), NDArrayIndex.interval(channel, end)));
            }
            channel = end;
        }
    }
}
