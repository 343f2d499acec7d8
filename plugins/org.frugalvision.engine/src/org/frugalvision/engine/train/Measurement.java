// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/** What a training gives out after an epoch, and how good that is. */
final class Measurement {

    private final List<Tensor> m_tensors;

    private final GradientStep m_step;

    private final Parts m_parts;

    private final ChargedPasses m_passes;

    private final int m_batchSize;

    private final Loss m_loss;

    private final Source m_training;

    private final Optional<Source> m_validation;

    private final RunControl m_run;

    Measurement(final NetworkSpec spec, final GradientStep step, final Parts parts, final ChargedPasses passes,
        final int batchSize, final Loss loss, final Source training, final Optional<Source> validation,
        final RunControl run) {
        m_tensors = spec.tensors();
        m_step = step;
        m_parts = parts;
        m_passes = passes;
        m_batchSize = batchSize;
        m_loss = loss;
        m_training = training;
        m_validation = validation;
        m_run = run;
    }

    /**
     * Images and what loads them.
     *
     * @param images the images
     * @param loader loads them
     */
    record Source(LabelledImages images, BatchLoader loader) {
    }

    /** The weights that would be given out now; those under training, which are shared, or others. */
    float[] given() throws CanceledException {
        final Optional<float[]> result = m_parts.result();
        if (result.isEmpty()) {
            return m_step.weights();
        }
        measureStatistics(result.get());
        return result.get();
    }

    /** What the parts find out about these weights. */
    Map<String, Double> measures(final int epoch, final float[] weights) throws CanceledException {
        final Map<String, Double> measures = m_parts.measured(epoch, new GivenWeights(weights));
        m_passes.computeWith(m_step.weights());
        return measures;
    }

    /** Loss and accuracy of the validation images with these weights. */
    Optional<EpochMetrics.Score> validation(final float[] weights) throws CanceledException {
        if (m_validation.isEmpty()) {
            return Optional.empty();
        }
        final LabelledImages images = m_validation.get().images();
        BatchScore sum = BatchScore.NONE;
        for (int from = 0; from < images.set().size(); from += m_batchSize) {
            m_run.checkCanceled();
            final Batch batch = batch(m_validation.get(), from);
            final float[] scores = m_passes.scores(batch, weights);
            for (int i = 0; i < batch.size(); i++) {
                final double loss = m_loss.loss(scores, batch.rows(), i * batch.classes(), batch.classes());
                sum = sum.plus(images.score(batch.images()[i], loss, scores, i, batch.classes()));
            }
        }
        return Optional.of(sum.mean());
    }

    /**
     * Sets running statistics to the mean over the statistics of all batches of training images: those that stand
     * beside other weights belong to the weights under training. The step of a statistic that is 0 is that of the
     * batch.
     */
    private void measureStatistics(final float[] weights) throws CanceledException {
        final boolean[] statistics = new boolean[m_tensors.size()];
        boolean any = false;
        for (int i = 0; i < statistics.length; i++) {
            statistics[i] = !m_tensors.get(i).shape().role().learned();
            any |= statistics[i];
        }
        if (!any) {
            return;
        }
        final double[] sums = new double[weights.length];
        final float[] steps = new float[weights.length];
        forStatistics(i -> weights[i] = 0);
        final int size = m_training.images().set().size();
        for (int from = 0; from < size; from += m_batchSize) {
            m_run.checkCanceled();
            m_passes.statistics(batch(m_training, from), weights, statistics, steps);
            forStatistics(i -> sums[i] -= steps[i]);
        }
        forStatistics(i -> weights[i] = (float)(sums[i] / ((1 - BatchNormalization.DECAY) * size)));
    }

    private void forStatistics(final IntConsumer action) {
        for (final Tensor tensor : m_tensors) {
            if (!tensor.shape().role().learned()) {
                for (int i = tensor.offset(); i < tensor.offset() + tensor.length(); i++) {
                    action.accept(i);
                }
            }
        }
    }

    private Batch batch(final Source source, final int from) throws CanceledException {
        return batch(source, from, source.images().set().size());
    }

    private Batch batch(final Source source, final int from, final int end) throws CanceledException {
        final int[] images = new int[Math.min(m_batchSize, end - from)];
        Arrays.setAll(images, i -> from + i);
        return source.loader().load(images, "measurement", 0);
    }

    /** What parts may measure. */
    private final class GivenWeights implements Measuring {

        private final float[] m_given;

        GivenWeights(final float[] given) {
            m_given = given;
        }

        @Override
        public Weights given() {
            return new Weights(m_tensors, m_given.clone());
        }

        @Override
        public Passes at(final Weights weights) {
            m_passes.computeWith(weights.values());
            return m_passes;
        }

        @Override
        public void forEach(final Images images, final int limit, final BatchWork work) throws CanceledException {
            final Source source = images == Images.TRAINING ? m_training : m_validation.orElse(m_training);
            final int size = source.images().set().size();
            final int end = limit == 0 ? size : Math.min(limit, size);
            for (int from = 0; from < end; from += m_batchSize) {
                m_run.checkCanceled();
                final Batch batch = batch(source, from, end);
                final int[] labels = source.images().labels();
                work.accept(batch, Arrays.stream(batch.images()).map(image -> labels[image]).toArray());
            }
        }
    }
}
