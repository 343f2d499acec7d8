// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;

/** The weights under training, and how a batch changes them. */
final class GradientStep {

    private final LabelledImages m_images;

    private final Parts m_parts;

    private final BatchLoader m_loader;

    private final ChargedPasses m_passes;

    private final WeightUpdate m_update;

    /** Of dropout; each update has its own. */
    private final Seeds m_noise;

    private final Weights m_weights;

    private final Weights m_gradient;

    GradientStep(final NetworkSpec spec, final float[] weights, final LabelledImages images, final Parts parts,
        final BatchLoader loader, final ChargedPasses passes, final WeightUpdate update, final Seeds seeds) {
        m_images = images;
        m_parts = parts;
        m_loader = loader;
        m_passes = passes;
        m_update = update;
        m_noise = seeds.named("dropout");
        m_weights = Weights.of(spec, weights);
        m_gradient = Weights.of(spec, new float[weights.length]);
    }

    /** An epoch starts: each tensor has its rate in it. */
    void epochStarts() {
        final List<Tensor> tensors = m_weights.tensors();
        final float[] rates = new float[tensors.size()];
        final boolean[] trained = new boolean[tensors.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (float)m_parts.rate(tensors.get(i));
            trained[i] = rates[i] > 0;
        }
        m_update.rates(rates);
        m_passes.learn(trained);
    }

    /**
     * Updates the weights by the mean gradient of a batch.
     *
     * @param images indices of images
     * @param most how many images may be trained on
     * @param epoch 1 for the first
     * @param step 1 for the first
     */
    BatchScore apply(final int[] images, final int most, final int epoch, final long step, final double learningRate)
        throws CanceledException {
        final String update = "update " + step;
        m_passes.update(m_noise.child(update).asLong());
        final Batch planned = m_parts.batchLoaded(m_loader.load(images, update, epoch), m_passes);
        final Batch batch = planned.size() <= most ? planned : planned.keep(range(most));
        final float[] scores = m_passes.train(batch, m_parts, m_gradient.values());
        final double[] losses = m_passes.losses(batch, scores);
        m_parts.lossReady(batch, scores, losses);
        m_update.average(m_weights, m_gradient, batch.size());
        m_parts.gradientReady(batch, m_gradient, m_weights, m_passes);
        m_update.apply(m_weights, m_gradient, step, learningRate);
        m_passes.weightsChanged();
        m_parts.weightsUpdated(m_weights);
        return score(batch, scores, losses);
    }

    /** @return what was done so far */
    Work work() {
        return m_passes.work();
    }

    /** Goes on after that work. */
    void resume(final Work before) {
        m_passes.resume(before);
    }

    /** @return the weights; shared */
    float[] weights() {
        return m_weights.values();
    }

    /** @return the weights and what updater and parts remember; shared */
    List<float[]> state() {
        final List<float[]> state = new ArrayList<>(List.of(m_weights.values()));
        state.addAll(m_update.state());
        state.addAll(m_passes.state());
        state.addAll(m_parts.state());
        return state;
    }

    private BatchScore score(final Batch batch, final float[] scores, final double[] losses) {
        BatchScore sum = BatchScore.NONE;
        for (int i = 0; i < losses.length; i++) {
            sum = sum.plus(BatchScore.of(losses[i], scores, i, batch.classes(), m_images.labels()[batch.images()[i]]));
        }
        return sum;
    }

    private static int[] range(final int length) {
        final int[] range = new int[length];
        Arrays.setAll(range, i -> i);
        return range;
    }
}
