// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Relu6;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Swish;
import org.nd4j.linalg.factory.Nd4j;

/** Activations and their slopes, out of operations that take a pass over the memory each. */
final class Nd4jActivation {

    private static final int THREE = 3;

    private static final int SIX = 6;

    private Nd4jActivation() {
    }

    /** @param out receives what comes out; may be the input */
    static void forward(final Activation activation, final INDArray in, final INDArray out, final Nd4jMemory memory) {
        switch (activation) {
            case RELU -> Nd4j.exec(new RectifiedLinear(in, out, 0));
            case RELU6 -> Nd4j.exec(new Relu6(in, out, 0));
            case SIGMOID -> Nd4j.exec(new Sigmoid(in, out));
            case SWISH -> Nd4j.exec(new Swish(in, out));
            case HARD_SWISH -> {
                final INDArray gate = memory.take(in.shape());
                hardGate(in, gate);
                Nd4jCalls.multiply(in, gate, out);
                memory.giveBack(gate);
            }
            case IDENTITY -> {
                if (in != out) {
                    out.assign(in);
                }
            }
        }
    }

    /**
     * Makes the gradient after an activation that before it.
     *
     * @param values what came out of the activation, or, if it is not {@link Activation#invertible}, went in
     */
    static void backward(final Activation activation, final INDArray values, final INDArray gradient,
        final Nd4jMemory memory) {
        if (activation == Activation.IDENTITY) {
            return;
        }
        final INDArray slope = memory.take(values.shape());
        switch (activation) {
            case RELU -> Nd4j.exec(new Sign(values, slope));
            case RELU6 -> inside(values, SIX, slope);
            case SIGMOID -> {
                values.rsub(1, slope);
                Nd4jCalls.multiply(slope, values, slope);
            }
            case SWISH -> swishSlope(values, slope, memory);
            default -> hardSwishSlope(values, slope, memory);
        }
        Nd4jCalls.multiply(gradient, slope, gradient);
        memory.giveBack(slope);
    }

    /** 1 for values above 0 and below a limit, 0 at both of them. */
    private static void inside(final INDArray values, final int limit, final INDArray out) {
        values.rsub(limit, out);
        Nd4jCalls.multiply(out, values, out);
        Nd4j.exec(new Sign(out, out));
    }

    /** With s = sigmoid(x): s (1 + x (1 - s)). */
    private static void swishSlope(final INDArray values, final INDArray slope, final Nd4jMemory memory) {
        final INDArray sigmoid = memory.take(values.shape());
        Nd4j.exec(new Sigmoid(values, sigmoid));
        sigmoid.rsub(1, slope);
        Nd4jCalls.multiply(slope, values, slope);
        slope.addi(1);
        Nd4jCalls.multiply(slope, sigmoid, slope);
        memory.giveBack(sigmoid);
    }

    /** The gate, and x / 6 where the gate has a slope. */
    private static void hardSwishSlope(final INDArray values, final INDArray slope, final Nd4jMemory memory) {
        final INDArray gate = memory.take(values.shape());
        hardGate(values, gate);
        inside(gate, 1, slope);
        Nd4jCalls.multiply(slope, values, slope);
        slope.divi(SIX);
        Nd4jCalls.add(slope, gate, slope);
        memory.giveBack(gate);
    }

    /** min(max(0, x + 3), 6) / 6. */
    private static void hardGate(final INDArray values, final INDArray gate) {
        values.add(THREE, gate);
        Nd4j.exec(new Relu6(gate, gate, 0));
        gate.divi(SIX);
    }
}
