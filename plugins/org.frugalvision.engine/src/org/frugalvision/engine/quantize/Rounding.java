// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.CodedTensor;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Tensor;

/**
 * Weights rounded to whole multiples of a step, w = step x rint(w / step), half to even; by one bit to their sign times
 * the mean of |w|, with 0 taken as positive. With a step for each output, folding a normalisation into the layer
 * afterwards or before gives the same.
 *
 * @param perOutput whether each output of a layer has a step of its own
 * @param rule how a step is found
 */
record Rounding(boolean perOutput, StepRule rule) {

    /** The network with rounded weights, in the order of the tensors; 0 bits: the tensor stays as it is. */
    Network of(final Network network, final List<Tensor> tensors, final int[] bits) {
        final float[] weights = network.weights();
        final List<CodedTensor> codes = new ArrayList<>();
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] > 0) {
                final Tensor tensor = tensors.get(i);
                codes.add(new CodedTensor(new CodedTensor.Form(tensor.node(), bits[i], perOutput),
                    round(weights, tensor, bits[i])));
            }
        }
        return new Network(network.spec(), network.classes(), weights, network.history()).coded(codes);
    }

    /** Rounds the values of a tensor in place; returns its steps. */
    float[] round(final float[] values, final Tensor tensor, final int bits) {
        return round(values, tensor.offset(), tensor.length(), perOutput ? tensor.shape().shape()[0] : 1, bits);
    }

    /** Rounds values in place, in groups of equal length; returns the step of each group. */
    float[] round(final float[] values, final int offset, final int length, final int groups, final int bits) {
        final float[] steps = new float[groups];
        final int each = length / groups;
        for (int group = 0; group < groups; group++) {
            final int from = offset + group * each;
            steps[group] = bits == 1 ? signs(values, from, from + each) : whole(values, from, from + each, bits);
        }
        return steps;
    }

    private float whole(final float[] values, final int from, final int to, final int bits) {
        final int most = (1 << bits - 1) - 1;
        final double exact = rule.step(values, from, to, most);
        final float step = (float)exact;
        for (int i = from; i < to && step > 0; i++) {
            values[i] = StepRule.number(values[i], exact, most) * step;
        }
        return step;
    }

    private static float signs(final float[] values, final int from, final int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(values[i]);
        }
        final float step = (float)(sum / (to - from));
        for (int i = from; i < to && step > 0; i++) {
            values[i] = values[i] < 0 ? -step : step;
        }
        return step;
    }
}
