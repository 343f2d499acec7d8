// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which thread takes which parts of a batch, turn by turn: its own first, which follow each other, and then what others
 * have not come to yet, so that a thread that is held up holds up nobody. Every other turn goes backwards: so a thread
 * begins with the parts that it had last, whose values its cache still holds.
 */
final class Shares {

    private final int m_parts;

    private final int m_threads;

    /** For each thread, how many of its parts were taken in this turn. */
    private final AtomicIntegerArray m_taken;

    private boolean m_backwards;

    Shares(final int parts, final int threads) {
        m_parts = parts;
        m_threads = threads;
        m_taken = new AtomicIntegerArray(threads);
    }

    /** @return the next part for a thread in this turn, or -1 if all are taken */
    int next(final int thread) {
        for (int i = 0; i < m_threads; i++) {
            final int owner = (thread + i) % m_threads;
            final int taken = m_taken.getAndIncrement(owner);
            if (taken < start(owner + 1) - start(owner)) {
                return m_backwards ? start(owner + 1) - 1 - taken : start(owner) + taken;
            }
        }
        return -1;
    }

    /** Begins the next turn; to be called while no thread takes anything. */
    void turn() {
        for (int i = 0; i < m_threads; i++) {
            m_taken.set(i, 0);
        }
        m_backwards = !m_backwards;
    }

    private int start(final int thread) {
        return m_parts * thread / m_threads;
    }
}
