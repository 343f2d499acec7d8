// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.Wording;

/** One training from its first, or first missing, to its last epoch. {@link Part} shows the loop. */
final class TrainingRun {

    private final TrainingSettings m_settings;

    private final LabelledImages m_images;

    private final boolean m_mixesImages;

    private final Parts m_parts;

    private final GradientStep m_step;

    private final Measurement m_measurement;

    private final TrainingCost m_cost;

    private final Checkpoints m_checkpoints;

    /** Work that methods of the recipe did by other means. */
    private final List<CostEntry> m_others;

    private final RunControl m_run;

    private final RateOverTime m_rate;

    private final Improvement m_improvement;

    private TrainingState m_state = new TrainingState();

    private Budget m_budget;

    private Progress m_progress;

    private WarmUp m_warmUp;

    private long m_peakBytes;

    private final CpuTime m_cpu = CpuTime.ofProcess();

    /** Of an interrupted training. */
    private double m_cpuSecondsBefore;

    private boolean m_estimateIsTold;

    TrainingRun(final Training training, final LabelledImages images, final Parts parts, final GradientStep step,
        final Measurement measurement, final TrainingCost cost, final List<CostEntry> others, final RunControl run) {
        m_settings = training.settings();
        m_images = images;
        m_mixesImages = training.recipe().mixesImages();
        m_parts = parts;
        m_step = step;
        m_measurement = measurement;
        m_cost = cost;
        m_checkpoints = new Checkpoints(training.checkpoints(), cost.provenance(),
            Schedules.create(m_settings.schedule().schedule()).dependsOnEpochs()
                || training.recipe().dependsOnEpochs());
        m_others = others;
        m_run = run;
        m_rate = new RateOverTime(m_settings);
        m_improvement = new Improvement(m_settings.stopping());
    }

    FitResult fit() throws CanceledException {
        m_checkpoints.resume(m_settings, m_step, m_improvement).ifPresent(this::goOn);
        if (m_state.epochs().isEmpty()) {
            m_step.start();
        }
        m_warmUp = m_state.warmUp();
        m_budget = new Budget(m_settings.stopping(), m_state.spent().seconds(), m_state.images());
        m_progress = new Progress(m_settings.epochs(),
            Math.max((double)m_state.epochs().size() / m_settings.epochs(), m_budget.used()), m_run);
        float[] given = m_state.ending().isEmpty() ? m_step.weights() : m_measurement.given();
        while (m_state.ending().isEmpty()) {
            final Epoch epoch = new Epoch(m_state.epochs().size() + 1, plan(m_state.epochs().size() + 1));
            final double rate = train(epoch);
            given = m_measurement.given();
            final Optional<EpochMetrics.Score> validation = m_measurement.validation(given);
            m_progress.validated(validation);
            final Map<String, Double> measures = m_measurement.measures(epoch.number(), given);
            ends(epoch, epoch.metrics(m_mixesImages, validation, measures, rate), given);
        }
        final Improvement.Best best =
            m_improvement.best().orElse(new Improvement.Best(m_state.epochs().size(), Double.NaN, given));
        requireFinite(best.weights());
        return m_cost.result(best, m_state, m_parts.outcomes());
    }

    private void goOn(final TrainingState state) {
        m_state = state;
        m_step.resume(state.spent().work());
        m_others.addAll(state.spent().others());
        m_cpuSecondsBefore = state.spent().cpuSeconds();
    }

    private void ends(final Epoch epoch, final EpochMetrics metrics, final float[] given) {
        m_improvement.consider(metrics, given);
        m_parts.epochEnds(metrics);
        m_state = m_state.after(metrics, new TrainingState.Spent(m_step.work(), m_others, m_budget.seconds(),
            m_cpuSecondsBefore + m_cpu.seconds(), m_peakBytes), m_warmUp, epoch.predictedOneClass(),
            ending(metrics.epoch()));
        m_checkpoints.write(m_state, m_step, m_improvement);
    }

    private Optional<Ending> ending(final int epoch) {
        if (epoch == m_settings.epochs()) {
            return Optional.of(Ending.ALL_EPOCHS);
        }
        return m_improvement.over(epoch) ? Optional.of(Ending.NO_IMPROVEMENT) : m_budget.ending();
    }

    /** @return the learning rate of the last update */
    private double train(final Epoch epoch) throws CanceledException {
        m_step.epochStarts();
        double rate = 0;
        while (epoch.updates() < epoch.batches() && mayGoOn(epoch)) {
            m_run.checkCanceled();
            final long start = System.nanoTime();
            final Work before = m_step.work();
            rate = m_rate.at(epoch.done(), 1.0 / epoch.batches());
            final BatchScore score = m_step.apply(new GradientSource.Update(epoch.batch(), m_budget.affordable(),
                epoch.number(), m_state.updates() + epoch.updates() + 1), rate);
            if (!Double.isFinite(score.lossSum())) {
                throw notFinite("the loss is no finite number any more.", epoch.number(), epoch.updates() + 1);
            }
            final int planned = epoch.batch().length;
            epoch.add(score);
            m_budget.use(score.images());
            m_peakBytes = Math.max(m_peakBytes, Backend.prepare().residentBytes());
            report(epoch, planned, m_step.work().minus(before), (System.nanoTime() - start) / 1e9 / planned);
        }
        return rate;
    }

    /** Every epoch that was begun has one batch. */
    private boolean mayGoOn(final Epoch epoch) {
        return epoch.updates() == 0 || m_budget.ending().isEmpty();
    }

    /** The first batch also warms up, so the second one is the first that tells the time of the others. */
    private void report(final Epoch epoch, final int planned, final Work work, final double secondsPerImage) {
        final double done = Math.max(epoch.done() / m_settings.epochs(), m_budget.used());
        if (m_estimateIsTold) {
            m_progress.report(epoch, done);
            return;
        }
        final boolean first = epoch.number() == m_state.epochs().size() + 1 && epoch.updates() == 1;
        m_warmUp = new WarmUp(epoch.plan(), planned, work, secondsPerImage, m_peakBytes);
        if (epoch.batches() == 1 || !first) {
            m_estimateIsTold = true;
            m_progress.estimate(m_cost.estimate(m_warmUp), done);
        }
    }

    private List<int[]> plan(final int epoch) {
        final int size = m_images.set().size();
        final int[] order = m_settings.shuffle()
            ? RandomOrder.of(size, Seeds.of(m_settings.seed()).named("shuffle").child("epoch " + epoch).generator())
            : IntStream.range(0, size).toArray();
        final List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < size; from += m_settings.batchSize()) {
            batches.add(Arrays.copyOfRange(order, from, Math.min(size, from + m_settings.batchSize())));
        }
        return m_parts.epochStarts(epoch, batches);
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
