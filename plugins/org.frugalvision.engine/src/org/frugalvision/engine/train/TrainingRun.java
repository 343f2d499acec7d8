// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Replicas;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.Wording;

/** One training from its first to its last epoch. */
final class TrainingRun {

    private final LabelledImages m_images;

    private final Optional<LabelledImages> m_validation;

    private final TrainingSettings m_settings;

    private final List<TrainingMethod> m_recipe;

    private final RunControl m_run;

    private final GradientStep m_step;

    private final Progress m_progress;

    private final TrainingCost m_cost;

    TrainingRun(final Network start, final LabelledImages images, final Optional<LabelledImages> validation,
        final TrainingSettings settings, final List<TrainingMethod> recipe, final Replicas replicas,
        final RunControl run) {
        m_images = images;
        m_validation = validation;
        m_settings = settings;
        m_recipe = recipe;
        m_run = run;
        m_step = new GradientStep(start, images, settings, recipe, replicas);
        m_progress = new Progress(settings.epochs(), run);
        m_cost = new TrainingCost(start, images, validation, settings, replicas.count());
    }

    FitResult fit() throws CanceledException {
        final List<EpochMetrics> metrics = new ArrayList<>();
        for (int epoch = 1; epoch <= m_settings.epochs(); epoch++) {
            final EpochMetrics result = epoch(epoch);
            metrics.add(result);
            m_recipe.forEach(method -> method.epochEnds(result));
        }
        for (final float weight : m_step.weights()) {
            if (!Float.isFinite(weight)) {
                throw notFinite("the weights are no finite numbers any more.", m_settings.epochs(), batches());
            }
        }
        return m_cost.result(m_step.weights(), metrics);
    }

    private int batches() {
        return (m_images.set().size() - 1) / m_settings.batchSize() + 1;
    }

    private EpochMetrics epoch(final int epoch) throws CanceledException {
        final long start = System.nanoTime();
        final int[] order = order(epoch);
        final int batches = batches();
        double loss = 0;
        int right = 0;
        for (int batch = 0; batch < batches; batch++) {
            m_run.checkCanceled();
            final int from = batch * m_settings.batchSize();
            final int to = Math.min(order.length, from + m_settings.batchSize());
            final BatchScore score = m_step.apply(Arrays.copyOfRange(order, from, to));
            if (!Double.isFinite(score.lossSum())) {
                throw notFinite("the loss is no finite number any more.", epoch, batch + 1);
            }
            loss += score.lossSum();
            right += score.right();
            m_cost.batchDone(to - from);
            m_progress.report(epoch, epoch - 1 + (double)(batch + 1) / batches, loss / to);
        }
        final Optional<EpochMetrics.Score> validation =
            m_validation.isEmpty() ? Optional.empty() : Optional.of(m_step.score(m_validation.get(), m_run));
        return new EpochMetrics(epoch, loss / order.length, (double)right / order.length, validation, order.length,
            batches, (System.nanoTime() - start) / 1e9);
    }

    private int[] order(final int epoch) {
        final int size = m_images.set().size();
        return m_settings.shuffle()
            ? RandomOrder.of(size, Seeds.of(m_settings.seed()).named("shuffle").child("epoch " + epoch).generator())
            : IntStream.range(0, size).toArray();
    }

    private DataException notFinite(final String problem, final int epoch, final int batch) {
        return new DataException("Epoch " + epoch + ", batch " + batch, problem,
            "Lower Learning rate; it is " + Wording.value(m_settings.learningRate()) + ".");
    }
}
