// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Concatenation;

/** {@link Concatenation}. */
final class ConcatenationOperation implements ArrayOperation {

    private final int[] m_sizes;

    private final int m_size;

    ConcatenationOperation(final List<ImageShape> inputs) {
        m_sizes = inputs.stream().mapToInt(ImageShape::size).toArray();
        m_size = new Concatenation().output(inputs).size();
    }

    @Override
    public void forward(final float[][] in, final float[] out, final ArrayBatch batch, final float[] weights) {
        for (int image = 0; image < batch.images(); image++) {
            int at = image * m_size;
            for (int k = 0; k < in.length; k++) {
                System.arraycopy(in[k], image * m_sizes[k], out, at, m_sizes[k]);
                at += m_sizes[k];
            }
        }
    }

    @Override
    public void backward(final float[][] in, final float[] outGradient, final float[][] inGradients,
        final ArrayBatch batch, final float[] weights, final float[] gradient) {
        for (int image = 0; image < batch.images(); image++) {
            int at = image * m_size;
            for (int k = 0; k < in.length; k++) {
                if (inGradients[k] != null) {
                    System.arraycopy(outGradient, at, inGradients[k], image * m_sizes[k], m_sizes[k]);
                }
                at += m_sizes[k];
            }
        }
    }
}
