// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Replica;
import org.frugalvision.engine.network.Replicas;
import org.frugalvision.engine.network.Softmax;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;

/** The weights under training, and how a batch changes them. */
final class GradientStep {

    private final LabelledImages m_images;

    private final int m_classes;

    private final int m_validationBatch;

    /** Of dropout; each update has its own. */
    private final Seeds m_noise;

    /** Of the methods of the recipe; each update has its own. */
    private final Seeds m_methods;

    private final Replicas m_replicas;

    private final float[] m_weights;

    private final WeightUpdate m_update;

    private final Recipe m_recipe;

    private final float[] m_pixels;

    private final float[] m_rows;

    /** Of the images of a batch. */
    private final double[] m_losses;

    private final float[][] m_gradients;

    GradientStep(final Network start, final LabelledImages images, final TrainingSettings settings,
        final Recipe recipe, final Replicas replicas) {
        m_images = images;
        m_classes = start.spec().classes();
        m_validationBatch = settings.batchSize();
        m_noise = Seeds.of(settings.seed()).named("dropout");
        m_methods = Seeds.of(settings.seed()).named("recipe");
        m_replicas = replicas;
        m_weights = start.weights();
        m_recipe = recipe;
        m_update = new WeightUpdate(start.spec(), settings.updater(), m_recipe, replicas);
        final int batch = Math.min(settings.batchSize(), images.set().size());
        m_pixels = new float[batch * images.set().shape().size()];
        m_rows = new float[batch * m_classes];
        m_losses = new double[batch];
        m_gradients = new float[replicas.count()][m_weights.length];
    }

    /** Updates the weights by the mean gradient of a batch, given as indices of images; steps count from 1. */
    BatchScore apply(final int[] images, final long step, final double learningRate) throws CanceledException {
        final BatchScore score = gradients(images, "update " + step);
        m_update.apply(m_weights, m_gradients, images.length, step, learningRate);
        return score;
    }

    private BatchScore gradients(final int[] images, final String update) throws CanceledException {
        final long noise = m_noise.child(update).asLong();
        final TrainingBatch batch = new TrainingBatch(images, m_images.set().shape(), m_classes, m_pixels, m_rows,
            m_methods.child(update));
        if (!m_recipe.isEmpty()) {
            prepare(batch);
        }
        final BatchScore score = m_replicas.all((replica, index) -> {
            final Shard shard = Shard.of(images.length, index, m_replicas.count());
            if (m_recipe.isEmpty()) {
                load(batch, shard);
            }
            return gradient(replica, batch, shard, noise, m_gradients[index]);
        }).stream().reduce(BatchScore::plus).orElseThrow();
        for (final TrainingMethod method : m_recipe.methods()) {
            method.lossReady(batch, Arrays.copyOf(m_losses, images.length));
        }
        return score;
    }

    private void prepare(final TrainingBatch batch) throws CanceledException {
        final int images = batch.images().length;
        m_replicas.all((replica, index) -> {
            load(batch, Shard.of(images, index, m_replicas.count()));
            return null;
        });
        m_recipe.methods().forEach(method -> method.batchLoaded(batch));
        if (m_recipe.wantsScores()) {
            m_replicas.setWeights(m_weights);
            m_replicas.all((replica, index) -> {
                final Shard shard = Shard.of(images, index, m_replicas.count());
                if (shard.size() > 0) {
                    final int size = m_images.set().shape().size();
                    final float[] pixels = Arrays.copyOfRange(m_pixels, shard.from() * size, shard.to() * size);
                    losses(replica.scores(pixels, shard.size()), shard);
                }
                return null;
            });
            final double[] losses = Arrays.copyOf(m_losses, images);
            m_recipe.methods().stream().filter(TrainingMethod::wantsScores)
                .forEach(method -> method.batchScored(batch, losses));
        }
    }

    /** Loss and accuracy of other images with the present weights. */
    EpochMetrics.Score score(final LabelledImages images, final RunControl run) throws CanceledException {
        final BatchScore[] scores = new BatchScore[images.labels().length];
        m_replicas.setWeights(m_weights);
        m_replicas.forward(images.set(), m_validationBatch, Replica::scores, (first, count, values) -> {
            for (int i = 0; i < count; i++) {
                final int label = images.labels()[first + i];
                scores[first + i] =
                    new BatchScore(images.weights()[first + i] * Softmax.loss(values, i * m_classes, label, m_classes),
                        right(values, i, label));
            }
        }, new CancelOnly(run));
        BatchScore sum = new BatchScore(0, 0);
        for (final BatchScore score : scores) {
            sum = sum.plus(score);
        }
        return new EpochMetrics.Score(sum.lossSum() / scores.length, (double)sum.right() / scores.length);
    }

    /** @return the weights; shared */
    float[] weights() {
        return m_weights;
    }

    /** @return the weights and what the updater remembers; shared */
    List<float[]> state() {
        final List<float[]> state = new ArrayList<>(List.of(m_weights));
        state.addAll(m_update.state());
        return state;
    }

    private void load(final TrainingBatch batch, final Shard shard) {
        Arrays.fill(m_rows, shard.from() * m_classes, shard.to() * m_classes, 0);
        for (int i = shard.from(); i < shard.to(); i++) {
            final int image = batch.images()[i];
            m_images.set().readPixels(image, m_pixels, i * m_images.set().shape().size());
            m_rows[i * m_classes + m_images.labels()[image]] = m_images.weights()[image];
        }
    }

    private BatchScore gradient(final Replica replica, final TrainingBatch batch, final Shard shard,
        final long noise, final float[] gradient) {
        if (shard.size() == 0) {
            Arrays.fill(gradient, 0);
            return new BatchScore(0, 0);
        }
        replica.setWeights(m_weights);
        final float[] scores = replica.gradient(m_pixels, m_rows, shard.from(), shard.size(), noise, gradient);
        losses(scores, shard);
        BatchScore sum = new BatchScore(0, 0);
        for (int i = 0; i < shard.size(); i++) {
            sum = sum.plus(new BatchScore(m_losses[shard.from() + i],
                right(scores, i, m_images.labels()[batch.images()[shard.from() + i]])));
        }
        return sum;
    }

    private void losses(final float[] scores, final Shard shard) {
        final float[] rows = Arrays.copyOfRange(m_rows, shard.from() * m_classes, shard.to() * m_classes);
        for (int i = 0; i < shard.size(); i++) {
            m_losses[shard.from() + i] = Softmax.loss(scores, rows, i * m_classes, m_classes);
        }
    }

    private int right(final float[] scores, final int image, final int label) {
        int best = 0;
        for (int k = 1; k < m_classes; k++) {
            if (scores[image * m_classes + k] > scores[image * m_classes + best]) {
                best = k;
            }
        }
        return best == label ? 1 : 0;
    }
}
