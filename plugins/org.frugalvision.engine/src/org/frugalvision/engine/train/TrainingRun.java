// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Replicas;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.Wording;

/** One training from its first, or first missing, to its last epoch. */
final class TrainingRun {

    private final LabelledImages m_images;

    private final Optional<LabelledImages> m_validation;

    private final TrainingSettings m_settings;

    private final Recipe m_recipe;

    private final RunControl m_run;

    private final GradientStep m_step;

    private final RateOverTime m_rate;

    private final Improvement m_improvement;

    private final TrainingCost m_cost;

    private final Checkpoints m_checkpoints;

    private TrainingState m_state;

    private Budget m_budget;

    private Progress m_progress;

    private WarmUp m_warmUp;

    private long m_peakBytes;

    private boolean m_estimateIsTold;

    TrainingRun(final Network start, final LabelledImages images, final Optional<LabelledImages> validation,
        final TrainingSettings settings, final Recipe recipe, final Checkpoints checkpoints,
        final Replicas replicas, final RunControl run) {
        m_images = images;
        m_validation = validation;
        m_settings = settings;
        m_recipe = recipe;
        m_run = run;
        m_step = new GradientStep(start, images, settings, recipe, replicas);
        m_rate = new RateOverTime(settings);
        m_improvement = new Improvement(settings.stopping());
        m_cost = new TrainingCost(start, images, validation, settings, recipe, replicas.count());
        m_checkpoints = checkpoints;
    }

    FitResult fit() throws CanceledException {
        m_state = m_checkpoints.resume(m_cost.provenance(), m_step, m_improvement).orElseGet(TrainingState::new);
        m_budget = new Budget(m_settings.stopping(), m_state.seconds(), m_state.images());
        m_progress = new Progress(m_settings.epochs(),
            Math.max((double)m_state.epochs().size() / m_settings.epochs(), m_budget.used()), m_run);
        final double cpuSecondsBefore = m_state.cpuSeconds();
        final CpuTime cpu = CpuTime.ofProcess();
        Optional<Ending> ending = m_state.ending();
        while (ending.isEmpty()) {
            final EpochMetrics epoch = epoch(m_state.epochs().size() + 1);
            m_improvement.consider(epoch, m_step.weights());
            ending = ending(epoch.epoch());
            m_state = m_state.after(epoch, m_budget.seconds(), cpuSecondsBefore + cpu.seconds(), m_peakBytes, m_warmUp,
                ending);
            m_checkpoints.write(m_cost.provenance(), m_state, m_step, m_improvement);
            m_recipe.methods().forEach(method -> method.epochEnds(epoch));
        }
        final Improvement.Best best = m_improvement.best()
            .orElse(new Improvement.Best(m_state.epochs().size(), Double.NaN, m_step.weights()));
        requireFinite(best.weights());
        return m_cost.result(best, m_state);
    }

    private Optional<Ending> ending(final int epoch) {
        if (epoch == m_settings.epochs()) {
            return Optional.of(Ending.ALL_EPOCHS);
        }
        return m_improvement.over(epoch) ? Optional.of(Ending.NO_IMPROVEMENT) : m_budget.ending();
    }

    private EpochMetrics epoch(final int number) throws CanceledException {
        final int[] order = order(number);
        final Epoch epoch = new Epoch(number, (order.length - 1) / m_settings.batchSize() + 1);
        double rate = 0;
        for (int from = 0; from < order.length && mayGoOn(epoch); from += m_settings.batchSize()) {
            m_run.checkCanceled();
            final long start = System.nanoTime();
            final int images =
                m_budget.affordable(Math.min(m_settings.batchSize(), order.length - from));
            rate = m_rate.at(epoch.done(), 1.0 / epoch.batches());
            final BatchScore score = m_step.apply(Arrays.copyOfRange(order, from, from + images),
                m_state.updates() + epoch.updates() + 1, rate);
            if (!Double.isFinite(score.lossSum())) {
                throw notFinite("the loss is no finite number any more.", number, epoch.updates() + 1);
            }
            epoch.add(score, images);
            m_budget.use(images);
            m_peakBytes = Math.max(m_peakBytes, Backend.start().residentBytes());
            report(epoch, (System.nanoTime() - start) / 1e9 / images);
        }
        final Optional<EpochMetrics.Score> validation =
            m_validation.isEmpty() ? Optional.empty() : Optional.of(m_step.score(m_validation.get(), m_run));
        m_progress.validated(validation);
        return epoch.metrics(m_recipe.mixesImages(), validation, rate);
    }

    /** Every epoch that was begun has one batch. */
    private boolean mayGoOn(final Epoch epoch) {
        return epoch.updates() == 0 || m_budget.ending().isEmpty();
    }

    /** The first batch also warms up, so the second one is the first that tells the time of the others. */
    private void report(final Epoch epoch, final double secondsPerImage) {
        final double done = Math.max(epoch.done() / m_settings.epochs(), m_budget.used());
        if (m_estimateIsTold) {
            m_progress.report(epoch, done);
            return;
        }
        final boolean first = epoch.number() == m_state.epochs().size() + 1 && epoch.updates() == 1;
        m_warmUp = new WarmUp(secondsPerImage, m_peakBytes);
        if (epoch.batches() == 1 || !first) {
            m_estimateIsTold = true;
            m_progress.estimate(m_cost.estimate(m_warmUp), done);
        }
    }

    private int[] order(final int epoch) {
        final int size = m_images.set().size();
        int[] order = m_settings.shuffle()
            ? RandomOrder.of(size, Seeds.of(m_settings.seed()).named("shuffle").child("epoch " + epoch).generator())
            : IntStream.range(0, size).toArray();
        for (final TrainingMethod method : m_recipe.methods()) {
            order = method.epochStarts(epoch, order);
        }
        return order;
    }

    private void requireFinite(final float[] weights) {
        for (final float weight : weights) {
            if (!Float.isFinite(weight)) {
                final EpochMetrics last = m_state.epochs().get(m_state.epochs().size() - 1);
                throw notFinite("the weights are no finite numbers any more.", last.epoch(), last.updates());
            }
        }
    }

    private DataException notFinite(final String problem, final int epoch, final long batch) {
        return new DataException("Epoch " + epoch + ", batch " + batch, problem,
            "Lower Learning rate; it is " + Wording.value(m_settings.learningRate()) + ".");
    }
}
