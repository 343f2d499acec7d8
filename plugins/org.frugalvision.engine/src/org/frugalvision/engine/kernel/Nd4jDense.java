// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Dense;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link Dense} layer before its activation: three products of matrices. */
final class Nd4jDense implements Nd4jOperation {

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        final INDArray scores = rows(out);
        Nd4jCalls.multiplyMatrices(rows(in[0]), false, work.weights()[0], true, scores);
        Nd4jCalls.add(scores, work.weights()[1], scores);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        final INDArray gradient = rows(outGradient);
        Nd4jCalls.multiplyMatrices(gradient, true, rows(in[0]), false, weightGradients[0]);
        work.sumColumns(gradient, weightGradients[1]);
        if (inGradients[0] != null) {
            Nd4jCalls.multiplyMatrices(gradient, false, work.weights()[0], false, rows(inGradients[0]));
        }
    }

    /** A row for each image. */
    private static INDArray rows(final INDArray maps) {
        return maps.reshape(maps.size(0), maps.length() / maps.size(0));
    }
}
