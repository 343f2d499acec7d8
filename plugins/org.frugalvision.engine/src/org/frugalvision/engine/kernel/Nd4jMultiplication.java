// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Multiplication;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link Multiplication}: factors for every value, for every channel or for every pixel. */
final class Nd4jMultiplication implements Nd4jOperation {

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        Nd4jCalls.multiply(in[0], in[1], out);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        if (inGradients[0] != null) {
            Nd4jCalls.multiply(outGradient, in[1], inGradients[0]);
        }
        if (inGradients[1] != null) {
            final INDArray each = work.take(in[0].shape());
            Nd4jCalls.multiply(outGradient, in[0], each);
            sum(each, inGradients[1], work);
            work.giveBack(each);
        }
    }

    private static void sum(final INDArray each, final INDArray sums, final Nd4jWork work) {
        if (each.length() == sums.length()) {
            sums.assign(each);
        } else if (each.size(1) == sums.size(1)) {
            work.sumRows(each.reshape(sums.length(), each.length() / sums.length()), sums.reshape(sums.length(), 1));
        } else {
            Nd4jCalls.sumDimension(each, 1, sums.reshape(sums.size(0), sums.size(2), sums.size(3)));
        }
    }
}
