// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;

import org.frugalvision.engine.run.CanceledException;

/**
 * Pieces of work in stages: the threads take one piece after the other, those of a stage only when all of the stages
 * before are done. One hand-over to the threads for all of them, since waking a thread takes longer than many a stage.
 */
final class Stages {

    private final List<List<Piece>> m_stages = new ArrayList<>();

    /** What one thread does at once. */
    @FunctionalInterface
    interface Piece {

        /** @param scratch memory of the thread, with any values */
        void run(SumScratch scratch);
    }

    /** @param stage number from 0 */
    void add(final int stage, final Piece piece) {
        while (m_stages.size() <= stage) {
            m_stages.add(new ArrayList<>());
        }
        m_stages.get(stage).add(piece);
    }

    void run(final Workers workers) throws CanceledException {
        if (m_stages.isEmpty()) {
            return;
        }
        final List<AtomicInteger> taken = m_stages.stream().map(stage -> new AtomicInteger()).toList();
        final Phaser meeting = new Phaser(workers.count());
        workers.all(index -> {
            try (SumScratch scratch = new SumScratch()) {
                run(taken, meeting, scratch);
            }
            return null;
        });
    }

    /** All stages, by one of the threads: it waits for the others after each, unless one of them fails. */
    private void run(final List<AtomicInteger> taken, final Phaser meeting, final SumScratch scratch) {
        try {
            for (int stage = 0; stage < m_stages.size(); stage++) {
                final List<Piece> pieces = m_stages.get(stage);
                for (int i = taken.get(stage).getAndIncrement(); i < pieces.size();
                    i = taken.get(stage).getAndIncrement()) {
                    pieces.get(i).run(scratch);
                }
                if (stage < m_stages.size() - 1 && meeting.arriveAndAwaitAdvance() < 0) {
                    return;
                }
            }
        } catch (RuntimeException | Error e) {
            meeting.forceTermination();
            throw e;
        }
    }
}
