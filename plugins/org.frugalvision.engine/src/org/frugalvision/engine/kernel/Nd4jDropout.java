// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Dropping;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link Dropping}. Masks are drawn in Java, so that they are the same for every library. */
final class Nd4jDropout implements Nd4jOperation {

    private final DropoutMask m_mask;

    /** That of the last batch; lent until the part takes the next one. */
    private INDArray m_factors;

    Nd4jDropout(final String node, final Dropping layer, final ImageShape shape) {
        m_mask = new DropoutMask(node, layer, shape);
    }

    @Override
    public void forward(final INDArray[] in, final INDArray out, final Nd4jWork work) {
        if (work.batch().dropout()) {
            m_factors = work.take(in[0].shape());
            work.transfers().upload(Crossing.NOISE, m_mask.draw(work.batch(),
                m_mask.looksAtValues() ? work.transfers().download(Crossing.NOISE, in[0]) : null), m_factors);
        }
        multiply(in[0], out, work);
    }

    @Override
    public void backward(final INDArray[] in, final INDArray outGradient, final INDArray[] inGradients,
        final Nd4jWork work, final INDArray[] weightGradients) {
        multiply(outGradient, inGradients[0], work);
    }

    private void multiply(final INDArray from, final INDArray to, final Nd4jWork work) {
        if (work.batch().dropout()) {
            Nd4jCalls.multiply(from, m_factors, to);
        } else {
            to.assign(from);
        }
    }
}
