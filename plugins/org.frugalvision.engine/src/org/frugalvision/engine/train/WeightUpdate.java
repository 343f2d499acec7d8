// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;

/**
 * Turns a gradient into new weights, each computing thread in a range of its own: limit of the gradient's length,
 * weight decay, updater. What a thread does to a value does not depend on the ranges, so their number changes no bit.
 */
final class WeightUpdate {

    /** Sums of squares are taken over ranges of this many values, whatever the number of threads. */
    private static final int RANGE = 1 << 14;

    private final UpdaterSettings m_settings;

    private final UpdaterInfo m_info;

    private final List<Tensor> m_tensors;

    private final Updater m_updater;

    private final Workers m_workers;

    private final float[] m_rates;

    /** All tensors in ranges that do not depend on the number of threads, in order. */
    private final List<TensorRange> m_ranges;

    WeightUpdate(final NetworkSpec spec, final UpdaterSettings settings, final Workers workers) {
        m_settings = settings;
        m_info = Updaters.info(settings.updater().method());
        m_tensors = spec.tensors();
        m_updater = settings.create((int)spec.parameters(), m_tensors.size());
        m_workers = workers;
        m_rates = new float[m_tensors.size()];
        Arrays.fill(m_rates, 1);
        m_ranges = ranges(m_tensors);
    }

    private static List<TensorRange> ranges(final List<Tensor> tensors) {
        final List<TensorRange> ranges = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            final int end = tensors.get(i).offset() + tensors.get(i).length();
            for (int from = tensors.get(i).offset(); from < end; from += RANGE) {
                ranges.add(
                    new TensorRange(i, tensors.get(i).shape().role(), from, Math.min(end, from + RANGE)));
            }
        }
        return ranges;
    }

    /** For each tensor the factor on its learning rate; 0 = frozen. */
    void rates(final float[] rates) {
        System.arraycopy(rates, 0, m_rates, 0, rates.length);
    }

    /**
     * Makes the sum over images a mean, lets running statistics take their step and removes it from the gradient: so a
     * gradient is 0 wherever nothing is learned.
     */
    void average(final Weights weights, final Weights gradient, final int images) throws CanceledException {
        slices(weights.values().length, slice -> {
            final Tensor tensor = m_tensors.get(slice.tensor());
            final boolean learned = tensor.shape().role().learned();
            final boolean frozen = m_rates[slice.tensor()] == 0;
            for (int i = slice.from(); i < slice.to(); i++) {
                final float mean = gradient.values()[i] / images;
                if (!learned && !frozen) {
                    weights.values()[i] -= mean;
                }
                gradient.values()[i] = learned && !frozen ? mean : 0;
            }
        });
    }

    /**
     * @param weights changed
     * @param gradient of the mean loss; changed
     * @param step 1 for the first
     * @param learningRate of this step
     */
    void apply(final Weights weights, final Weights gradient, final long step, final double learningRate)
        throws CanceledException {
        clip(gradient.values());
        m_updater.begin(step, learningRate);
        if (m_updater.looksAtTensors()) {
            look(weights.values(), gradient.values());
        }
        slices(weights.values().length,
            slice -> update(slice, weights.values(), gradient.values(), learningRate));
    }

    /** @return what the updater remembers; shared */
    List<float[]> state() {
        return m_updater.state();
    }

    private void update(final Slice slice, final float[] weights, final float[] gradient, final double learningRate) {
        final Tensor tensor = m_tensors.get(slice.tensor());
        final float rate = m_rates[slice.tensor()];
        if (rate == 0 || !tensor.shape().role().learned()) {
            return;
        }
        // biases and the parameters of normalisation are left alone
        if (m_settings.weightDecay() > 0 && tensor.shape().role() == Role.WEIGHT) {
            final float strength = (float)m_settings.weightDecay();
            if (m_info.decay() == UpdaterInfo.Decay.IN_GRADIENT) {
                for (int i = slice.from(); i < slice.to(); i++) {
                    gradient[i] += strength * weights[i];
                }
            } else if (m_info.decay() == UpdaterInfo.Decay.APART) {
                final float factor = (float)(1 - learningRate * rate * m_settings.weightDecay());
                for (int i = slice.from(); i < slice.to(); i++) {
                    weights[i] *= factor;
                }
            }
        }
        m_updater.update(slice.tensor(), weights, gradient, slice.from(), slice.to(), rate);
    }

    private void look(final float[] weights, final float[] gradient) throws CanceledException {
        final Squares[] squares = inRanges(range -> m_rates[range.tensor()] > 0 && range.role().learned()
            ? m_updater.look(range, weights, gradient) : Squares.NONE);
        final Squares[] sums = new Squares[m_tensors.size()];
        Arrays.fill(sums, Squares.NONE);
        for (int i = 0; i < squares.length; i++) {
            sums[m_ranges.get(i).tensor()] = sums[m_ranges.get(i).tensor()].plus(squares[i]);
        }
        for (int i = 0; i < sums.length; i++) {
            if (m_rates[i] > 0 && m_tensors.get(i).shape().role().learned()) {
                m_updater.scale(i, m_tensors.get(i).shape().role(), sums[i]);
            }
        }
    }

    private void clip(final float[] gradient) throws CanceledException {
        if (m_settings.clipNorm() == 0) {
            return;
        }
        final double norm = Arrays.stream(inRanges(range -> Squares.of(gradient, gradient, range.from(), range.to())))
            .reduce(Squares.NONE, Squares::plus).length();
        if (norm > m_settings.clipNorm()) {
            final float factor = (float)(m_settings.clipNorm() / norm);
            slices(gradient.length, slice -> {
                for (int i = slice.from(); i < slice.to(); i++) {
                    gradient[i] *= factor;
                }
            });
        }
    }

    /** What comes of each range, whichever thread takes it. */
    private Squares[] inRanges(final Function<TensorRange, Squares> work) throws CanceledException {
        final Squares[] squares = new Squares[m_ranges.size()];
        m_workers.all(index -> {
            for (int i = index; i < squares.length; i += m_workers.count()) {
                squares[i] = work.apply(m_ranges.get(i));
            }
            return null;
        });
        return squares;
    }

    /** Lets each thread go through a range of the values, tensor by tensor. */
    private void slices(final int length, final SliceWork work) throws CanceledException {
        m_workers.all(index -> {
            final Shard range = Shard.of(length, index, m_workers.count());
            for (int i = 0; i < m_tensors.size(); i++) {
                final Tensor tensor = m_tensors.get(i);
                final int from = Math.max(range.from(), tensor.offset());
                final int to = Math.min(range.to(), tensor.offset() + tensor.length());
                if (from < to) {
                    work.apply(new Slice(i, from, to));
                }
            }
            return null;
        });
    }

    /** Part of a tensor, given by its number; bounds are those of the flat weights. */
    private record Slice(int tensor, int from, int to) {
    }

    @FunctionalInterface
    private interface SliceWork {
        void apply(Slice slice);
    }
}
