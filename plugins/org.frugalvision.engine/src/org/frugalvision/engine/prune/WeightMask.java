// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.BitSet;

import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.Passes;
import org.frugalvision.engine.train.TrainingMethod;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Weights that are 0 when a training starts stay 0: their gradients are, and they are set to 0 again after each update,
 * because the momentum of an optimizer would move them. Biases and normalisations are free. Cost: O(weights).
 */
record WeightMask() implements TrainingMethod {

    @Override
    public String id() {
        return "weight-mask";
    }

    @Override
    public String label() {
        return "Weight mask";
    }

    @Override
    public Part join(final TrainingStart start) throws CanceledException {
        final float[] weights = start.network().weights();
        final BitSet gone = new BitSet(weights.length);
        for (final Tensor tensor : start.network().spec().tensors()) {
            for (int i = tensor.offset(); i < tensor.end() && tensor.shape().role() == Role.WEIGHT; i++) {
                gone.set(i, weights[i] == 0);
            }
        }
        return new Masked(gone);
    }

    /** What takes part in one training. */
    private record Masked(BitSet gone) implements Part {

        @Override
        public void gradientReady(final Batch batch, final Weights gradient, final Weights weights,
            final Passes passes) {
            clear(gradient.values());
        }

        @Override
        public void weightsUpdated(final Weights weights) {
            clear(weights.values());
        }

        private void clear(final float[] values) {
            for (int i = gone.nextSetBit(0); i >= 0; i = gone.nextSetBit(i + 1)) {
                values[i] = 0;
            }
        }
    }
}
