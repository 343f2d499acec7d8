// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.kernel.Nd4jCalls.Pool;
import org.frugalvision.engine.kernel.Nd4jCalls.Sliding;
import org.frugalvision.engine.network.Pooling;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link Pooling}. */
final class Nd4jPooling implements Nd4jOperation {

    private final Pool m_pool;

    private final Sliding m_sliding;

    Nd4jPooling(final Pooling layer) {
        m_pool = layer.kind() == Pooling.Kind.MAXIMUM ? Pool.MAXIMUM : Pool.MEAN;
        m_sliding = new Sliding(layer.kernel(), layer.kernel(), layer.stride(), layer.padding());
    }

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        Nd4jCalls.pool(m_pool, in[0], m_sliding, out);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        Nd4jCalls.poolBack(m_pool, in[0], outGradient, m_sliding, inGradients[0]);
    }
}
