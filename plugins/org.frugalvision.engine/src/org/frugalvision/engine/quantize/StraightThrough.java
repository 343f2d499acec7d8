// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.List;
import java.util.Set;

import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.TrainingMethod;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Trains rounded weights: forward and backward go through the rounded ones, updates are added to exact ones kept beside
 * them, and these are rounded anew, with steps of their own, after each update (the straight-through estimator,
 * Bengio et al. 2013, arXiv:1308.3432). Cost: that of rounding for each update.
 *
 * @param rounding how weights are rounded
 * @param tensors which weights; shared, not to be modified
 * @param bits of each of them; shared, not to be modified
 */
record StraightThrough(Rounding rounding, List<Tensor> tensors, int[] bits) implements TrainingMethod {

    @Override
    public String id() {
        return "straight-through";
    }

    @Override
    public String label() {
        return "Straight-through rounding";
    }

    @Override
    public Set<Claim> claims() {
        return Set.of(Claim.START);
    }

    @Override
    public Part join(final TrainingStart start) throws CanceledException {
        return new Rounded(start.network().weights(), new float[start.network().weights().length]);
    }

    /** What takes part in one training. */
    private final class Rounded implements Part {

        private final float[] m_exact;

        /** As they were before the update. */
        private final float[] m_rounded;

        Rounded(final float[] exact, final float[] rounded) {
            m_exact = exact;
            m_rounded = rounded;
        }

        @Override
        public void trainingStarts(final Weights weights) {
            round(weights.values());
        }

        @Override
        public void weightsUpdated(final Weights weights) {
            final float[] values = weights.values();
            for (final Tensor tensor : tensors) {
                for (int i = tensor.offset(); i < tensor.end(); i++) {
                    m_exact[i] += values[i] - m_rounded[i];
                    values[i] = m_exact[i];
                }
            }
            round(values);
        }

        @Override
        public List<float[]> state() {
            return List.of(m_exact, m_rounded);
        }

        private void round(final float[] values) {
            for (int i = 0; i < bits.length; i++) {
                rounding.round(values, tensors.get(i), bits[i]);
            }
            System.arraycopy(values, 0, m_rounded, 0, values.length);
        }
    }
}
