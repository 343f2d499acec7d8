// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Average;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link Average}. */
final class Nd4jAverage implements Nd4jOperation {

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        out.assign(in[0]);
        for (int i = 1; i < in.length; i++) {
            Nd4jCalls.add(out, in[i], out);
        }
        out.divi(in.length);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        for (final INDArray inGradient : inGradients) {
            if (inGradient != null) {
                outGradient.div(in.length, inGradient);
            }
        }
    }
}
