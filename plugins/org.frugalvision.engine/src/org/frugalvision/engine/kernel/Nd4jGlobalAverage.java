// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.GlobalAveragePooling;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link GlobalAveragePooling}. */
final class Nd4jGlobalAverage implements Nd4jOperation {

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        final long planes = out.length();
        final long plane = in[0].length() / planes;
        work.sumRows(in[0].reshape(planes, plane), out.reshape(planes, 1));
        out.divi(plane);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        Nd4jCalls.stretch(outGradient, inGradients[0]);
        inGradients[0].divi(inGradients[0].length() / outGradient.length());
    }
}
