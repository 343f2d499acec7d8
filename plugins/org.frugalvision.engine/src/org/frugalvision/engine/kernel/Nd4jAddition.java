// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Addition;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An {@link Addition} before its activation. */
final class Nd4jAddition implements Nd4jOperation {

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        Nd4jCalls.add(in[0], in[1], out);
        for (int i = 2; i < in.length; i++) {
            Nd4jCalls.add(out, in[i], out);
        }
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        for (final INDArray inGradient : inGradients) {
            if (inGradient != null) {
                inGradient.assign(outGradient);
            }
        }
    }
}
