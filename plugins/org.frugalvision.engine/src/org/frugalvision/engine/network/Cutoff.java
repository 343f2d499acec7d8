// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** An {@link Activation} at the end of a vertex, in place. */
final class Cutoff {

    private final Activation m_activation;

    private final Scratch m_scratch;

    Cutoff(final Activation activation, final Scratch scratch) {
        m_activation = activation;
        m_scratch = scratch;
    }

    /** Applies the activation to values in place and returns them. */
    INDArray applied(final INDArray values) {
        if (m_activation != Activation.IDENTITY) {
            Nd4j.exec(DynamicCustomOp.builder(m_activation == Activation.RELU ? "relu" : "relu6").addInputs(values)
                .addOutputs(values).addFloatingPointArguments(0.0).build());
        }
        return values;
    }

    /** Makes a gradient zero, in place, where the activation cut off, and returns it; both arrays in row order. */
    INDArray gradient(final INDArray output, final INDArray outGradient) {
        if (m_activation == Activation.IDENTITY) {
            return outGradient;
        }
        final int length = (int)output.length();
        final float[] gradient = m_scratch.copy(1, outGradient);
        mask(m_scratch.copy(0, output), gradient, length, m_activation);
        Scratch.pointer(outGradient).put(gradient, 0, length);
        return outGradient;
    }

    /**
     * Half of the values are cut off, at random places, so that a branch would cost more than all the arithmetic; hence
     * the signs of differences are the mask.
     */
    static int inside(final float value, final float least, final float most) {
        return (Float.floatToRawIntBits(least - value) & Float.floatToRawIntBits(value - most)) >> 31;
    }

    private static void mask(final float[] output, final float[] gradient, final int length,
        final Activation activation) {
        final float least = activation.least();
        final float most = activation.most();
        for (int i = 0; i < length; i++) {
            gradient[i] =
                Float.intBitsToFloat(Float.floatToRawIntBits(gradient[i]) & inside(output[i], least, most));
        }
    }
}
