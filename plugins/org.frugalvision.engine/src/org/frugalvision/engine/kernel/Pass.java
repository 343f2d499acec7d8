// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;

import org.frugalvision.engine.kernel.Replica.ScoreGradient;
import org.frugalvision.engine.run.CanceledException;

/**
 * One way of a batch through a network, forward and perhaps backward: phase by phase, all parts of the batch on all
 * threads. Whichever thread takes a part, what comes out is the same.
 */
final class Pass {

    private final Prepared m_prepared;

    private final Workers m_workers;

    private final List<Phase> m_phases;

    private final List<Cut> m_cuts;

    private final Batch m_batch;

    private final ScoreGradient m_loss;

    /** Whether nothing stays in the memory of a part, so that the next one can have it. */
    private final boolean m_streams;

    /** For each memory, a part of each size. */
    private final List<Map<Integer, Part>> m_parts = new ArrayList<>();

    /** @param loss gives the gradient by the scores; null if nothing goes backward */
    Pass(final Prepared prepared, final Workers workers, final Batch batch, final int partSize,
        final ScoreGradient loss) {
        m_prepared = prepared;
        m_workers = workers;
        m_phases = Phase.of(prepared.schedule());
        m_cuts = Cut.of(batch.pixels().images(), partSize);
        m_batch = batch;
        m_loss = loss;
        m_streams = m_phases.size() == 1 && prepared.schedule().backward().isEmpty();
    }

    void run() throws CanceledException {
        m_workers.one(index -> {
            open();
            return null;
        });
        final int threads = Math.min(m_workers.count(), m_cuts.size());
        final Shares shares = new Shares(m_cuts.size(), threads);
        final Phaser meeting = meeting(threads, shares);
        m_workers.all(index -> {
            if (index < threads) {
                run(index, shares, meeting);
            }
            return null;
        });
    }

    /** Whoever comes last to the end of a phase puts together what the parts have measured. */
    private Phaser meeting(final int threads, final Shares shares) {
        return new Phaser(threads) {
            @Override
            protected boolean onAdvance(final int phase, final int parties) {
                combine(m_phases.get(phase));
                shares.turn();
                return phase == m_phases.size() - 1;
            }
        };
    }

    /** All phases, by one of the threads: it waits for the others after each, unless one of them fails. */
    private void run(final int worker, final Shares shares, final Phaser meeting) {
        try {
            for (final Phase phase : m_phases) {
                for (int i = shares.next(worker); i >= 0; i = shares.next(worker)) {
                    run(phase, m_cuts.get(i), worker);
                }
                if (meeting.arriveAndAwaitAdvance() < 0) {
                    return;
                }
            }
        } catch (RuntimeException | Error e) {
            meeting.forceTermination();
            throw e;
        }
    }

    private void combine(final Phase phase) {
        for (final Step step : phase.forward()) {
            if (step.work() == Work.MEASURE) {
                m_batch.statistics().get(step.place()).combine();
            }
        }
        for (final Step step : phase.backward()) {
            final BatchStatistics statistics = m_batch.statistics().get(step.place());
            if (statistics != null && step.work() != Work.SPREAD) {
                statistics.combineSums();
            }
        }
    }

    /** Adds the gradients that the parts have left, in their order. */
    void addGradients(final float[] gradient) throws CanceledException {
        final int last = m_cuts.get(m_cuts.size() - 1).images();
        final List<Part> parts = m_cuts.stream().map(cut -> part(cut, 0)).toList();
        final long whole = m_cuts.stream().filter(cut -> cut.images() == m_cuts.get(0).images()).count();
        m_prepared.pool(m_cuts.get(0).images()).addGradients(parts.subList(0, (int)whole), m_workers, gradient);
        if (whole < parts.size()) {
            m_prepared.pool(last).addGradients(parts.subList((int)whole, parts.size()), m_workers, gradient);
        }
    }

    private void open() {
        final int memories = m_streams ? Math.min(m_workers.count(), m_cuts.size()) : m_cuts.size();
        for (int memory = 0; memory < memories; memory++) {
            final Map<Integer, Part> sizes = new HashMap<>();
            if (m_streams) {
                for (final int size : IntStream.of(m_cuts.get(0).images(), m_cuts.get(m_cuts.size() - 1).images())
                    .distinct().toArray()) {
                    sizes.put(size, m_prepared.pool(planned(size)).part(memory));
                }
            } else {
                final int size = m_cuts.get(memory).images();
                sizes.put(size, m_prepared.pool(size).part(memory));
            }
            m_parts.add(sizes);
        }
    }

    /** Alone, an image would be computed by other code than with others, with other roundings: so it gets company. */
    static int planned(final int images) {
        return Math.max(2, images);
    }

    private Part part(final Cut cut, final int worker) {
        return m_parts.get(m_streams ? worker : cut.number()).get(cut.images());
    }

    private void run(final Phase phase, final Cut cut, final int worker) {
        final Part part = part(cut, worker);
        if (phase == m_phases.get(0)) {
            part.begin(m_batch, cut.number(), cut.first(), cut.images());
        }
        phase.forward().forEach(part::run);
        if (phase.loss()) {
            part.putLoss(lossGradient(cut));
        }
        phase.backward().forEach(part::run);
    }

    private float[] lossGradient(final Cut cut) {
        final int classes = m_prepared.graph().shape(m_prepared.graph().last()).size();
        final float[] all = m_batch.outputs().get(m_prepared.graph().last());
        final float[] scores =
            Arrays.copyOfRange(all, cut.first() * classes, (cut.first() + cut.images()) * classes);
        final float[] gradient = new float[scores.length];
        m_loss.of(cut.first(), cut.images(), scores, gradient);
        return gradient;
    }
}
