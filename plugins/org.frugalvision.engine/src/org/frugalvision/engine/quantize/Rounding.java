// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.CodedTensor;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Tensor;

/**
 * Weights rounded to whole multiples of a step: step = largest |w| / (2^(bits - 1) - 1), w = step x rint(w / step),
 * half to even. With a step for each output, folding a normalisation into the layer afterwards or before gives the
 * same.
 */
final class Rounding {

    private Rounding() {
    }

    /** The network with rounded weights, in the order of the tensors; 0 bits: the tensor stays as it is. */
    static Network of(final Network network, final List<Tensor> tensors, final int[] bits, final boolean perOutput) {
        final float[] weights = network.weights();
        final List<CodedTensor> codes = new ArrayList<>();
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] > 0) {
                final Tensor tensor = tensors.get(i);
                final float[] steps = round(weights, tensor.offset(), tensor.length(),
                    perOutput ? tensor.shape().shape()[0] : 1, bits[i]);
                codes.add(new CodedTensor(new CodedTensor.Form(tensor.node(), bits[i], perOutput), steps));
            }
        }
        return new Network(network.spec(), network.classes(), weights, network.history()).coded(codes);
    }

    /** Rounds values in place, in groups of equal length; returns the step of each group. */
    static float[] round(final float[] values, final int offset, final int length, final int groups, final int bits) {
        final int most = (1 << bits - 1) - 1;
        final float[] steps = new float[groups];
        final int each = length / groups;
        for (int group = 0; group < groups; group++) {
            final int from = offset + group * each;
            float largest = 0;
            for (int i = from; i < from + each; i++) {
                largest = Math.max(largest, Math.abs(values[i]));
            }
            steps[group] = largest / most;
            for (int i = from; i < from + each && steps[group] > 0; i++) {
                final int number = (int)Math.rint(values[i] * (double)most / largest);
                values[i] = number * steps[group];
            }
        }
        return steps;
    }
}
