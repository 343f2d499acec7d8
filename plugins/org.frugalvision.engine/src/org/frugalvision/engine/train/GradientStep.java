// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;

/** The weights under training, and how a batch changes them. */
final class GradientStep {

    private final LabelledImages m_images;

    private final Parts m_parts;

    private final GradientSource m_source;

    private final ChargedPasses m_passes;

    private final WeightUpdate m_update;

    private final Weights m_weights;

    private final Weights m_gradient;

    GradientStep(final NetworkSpec spec, final float[] weights, final LabelledImages images, final Parts parts,
        final GradientSource source, final ChargedPasses passes, final WeightUpdate update) {
        m_images = images;
        m_parts = parts;
        m_source = source;
        m_passes = passes;
        m_update = update;
        m_weights = Weights.of(spec, weights);
        m_gradient = Weights.of(spec, new float[weights.length]);
    }

    /** A training that is not resumed starts. */
    void start() throws CanceledException {
        m_parts.trainingStarts(m_weights);
        m_passes.weightsChanged();
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

    /** Updates the weights by the mean gradient of a batch. */
    BatchScore apply(final GradientSource.Update update, final double learningRate) throws CanceledException {
        final GradientSource.Answer answer = m_source.gradient(update, m_gradient.values());
        final Batch batch = answer.batch();
        m_parts.lossReady(batch, answer.scores(), answer.losses());
        m_update.average(m_weights, m_gradient, batch.size());
        m_parts.gradientReady(batch, m_gradient, m_weights, m_passes);
        m_update.apply(m_weights, m_gradient, update.step(), learningRate);
        m_passes.weightsChanged();
        m_parts.weightsUpdated(m_weights);
        return score(batch, answer.scores(), answer.losses());
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
            sum = sum.plus(m_images.score(batch.images()[i], losses[i], scores, i, batch.classes()));
        }
        return sum;
    }
}
