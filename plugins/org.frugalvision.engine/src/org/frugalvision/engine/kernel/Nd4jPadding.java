// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Padding;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** {@link Padding}. */
final class Nd4jPadding implements Nd4jOperation {

    private final Padding m_layer;

    Nd4jPadding(final Padding layer) {
        m_layer = layer;
    }

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        out.assign(0);
        inner(out, in[0]).assign(in[0]);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        inGradients[0].assign(inner(outGradient, inGradients[0]));
    }

    /** The part of the output that is the input. */
    private INDArray inner(final INDArray out, final INDArray in) {
        return out.get(NDArrayIndex.all(), NDArrayIndex.all(),
            NDArrayIndex.interval(m_layer.top(), m_layer.top() + in.size(2)),
            NDArrayIndex.interval(m_layer.left(), m_layer.left() + in.size(3)));
    }
}
