// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;

import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Replicas;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.CanceledException;

/**
 * Turns the gradients of the shards into new weights, each computing thread in a range of its own: mean of the shards,
 * limit of the gradient's length, weight decay, updater.
 */
final class WeightUpdate {

    private final UpdaterSettings m_settings;

    private final boolean m_decaysApart;

    private final WeightDecay m_decay;

    /** Running statistics of normalisation: they are not learned, their gradient is the step itself. */
    private final List<Tensor> m_statistics;

    private final Updater m_updater;

    private final Replicas m_replicas;

    private final Recipe m_recipe;

    WeightUpdate(final NetworkSpec spec, final UpdaterSettings settings, final Recipe recipe,
        final Replicas replicas) {
        m_settings = settings;
        m_decaysApart = Updaters.info(settings.updater()).decaysApart();
        m_decay = new WeightDecay(spec, settings.weightDecay());
        m_statistics = spec.tensors().stream().filter(tensor -> !tensor.shape().role().learned()).toList();
        m_updater = Updaters.create((int)spec.parameters(), settings);
        m_replicas = replicas;
        m_recipe = recipe;
    }

    /**
     * @param weights changed
     * @param gradients sums over the images of each shard; the first one is changed
     * @param images of all shards
     * @param step 1 for the first
     * @param learningRate of this step
     */
    void apply(final float[] weights, final float[][] gradients, final int images, final long step,
        final double learningRate) throws CanceledException {
        m_updater.begin(step, learningRate);
        final float[] gradient = gradients[0];
        if (m_recipe.isEmpty() && m_settings.clipNorm() == 0) {
            forRanges(weights.length, range -> {
                average(gradients, images, range);
                follow(weights, gradient, range);
                update(weights, gradient, learningRate, range);
                return 0;
            });
            return;
        }
        forRanges(weights.length, range -> {
            average(gradients, images, range);
            follow(weights, gradient, range);
            return 0;
        });
        m_recipe.methods().forEach(method -> method.gradientReady(gradient, weights));
        clip(gradient);
        forRanges(weights.length, range -> {
            update(weights, gradient, learningRate, range);
            return 0;
        });
        m_recipe.methods().forEach(method -> method.weightsUpdated(weights));
    }

    /** @return what the updater remembers; shared */
    List<float[]> state() {
        return m_updater.state();
    }

    /** Takes the steps of the statistics and removes them from the gradient; a gradient of 0 moves no updater. */
    private void follow(final float[] weights, final float[] gradient, final Shard range) {
        for (final Tensor tensor : m_statistics) {
            final int end = Math.min(range.to(), tensor.offset() + tensor.length());
            for (int i = Math.max(range.from(), tensor.offset()); i < end; i++) {
                weights[i] -= gradient[i];
                gradient[i] = 0;
            }
        }
    }

    private void update(final float[] weights, final float[] gradient, final double learningRate, final Shard range) {
        if (m_decaysApart) {
            m_decay.shrink(weights, learningRate, range.from(), range.to());
        } else {
            m_decay.addTo(gradient, weights, range.from(), range.to());
        }
        m_updater.update(weights, gradient, range.from(), range.to());
    }

    /** Makes the sum of the shards' gradients a mean, in place of the first one. */
    private static void average(final float[][] gradients, final int images, final Shard range) {
        final float[] sum = gradients[0];
        for (int i = range.from(); i < range.to(); i++) {
            float value = sum[i];
            for (int shard = 1; shard < gradients.length; shard++) {
                value += gradients[shard][i];
            }
            sum[i] = value / images;
        }
    }

    private void clip(final float[] gradient) throws CanceledException {
        if (m_settings.clipNorm() == 0) {
            return;
        }
        final double norm = Math.sqrt(forRanges(gradient.length, range -> {
            double sum = 0;
            for (int i = range.from(); i < range.to(); i++) {
                sum += (double)gradient[i] * gradient[i];
            }
            return sum;
        }));
        if (norm > m_settings.clipNorm()) {
            final float factor = (float)(m_settings.clipNorm() / norm);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }

    /** Sums what the ranges give, in their order. */
    private double forRanges(final int length, final RangeWork work) throws CanceledException {
        double sum = 0;
        for (final double part : m_replicas
            .all((replica, index) -> work.apply(Shard.of(length, index, m_replicas.count())))) {
            sum += part;
        }
        return sum;
    }

    @FunctionalInterface
    private interface RangeWork {
        double apply(Shard range);
    }
}
