// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.frugalvision.dl4j.BackendException;
import org.frugalvision.engine.run.SettingsException;

/**
 * The computing threads of the process. They are used again by the next work, because native memory is kept in arenas
 * per thread: a thread that ends leaves its arena behind, and memory would grow with every training. After ten seconds
 * without work they end.
 */
final class ComputeThreads {

    private static final int IDLE_SECONDS = 10;

    /** Native memory is one per process, and so are these. */
    private static final ComputeThreads PROCESS = new ComputeThreads();

    private final List<ThreadPoolExecutor> m_threads = new ArrayList<>();

    private final List<Integer> m_borrowers = new ArrayList<>();

    private ComputeThreads() {
    }

    /** The only thread of the given index; it stays until everybody who borrowed it has given it back. */
    static ThreadPoolExecutor borrow(final int index) {
        return PROCESS.get(index);
    }

    static void giveBack(final int index) {
        PROCESS.release(index);
    }

    private synchronized ThreadPoolExecutor get(final int index) {
        while (m_threads.size() <= index) {
            final String name = "frugalvision-compute-" + (m_threads.size() + 1);
            m_threads.add(new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                work -> thread(name, work)));
            m_borrowers.add(0);
        }
        final ThreadPoolExecutor thread = m_threads.get(index);
        thread.allowCoreThreadTimeOut(false);
        m_borrowers.set(index, m_borrowers.get(index) + 1);
        return thread;
    }

    private synchronized void release(final int index) {
        m_borrowers.set(index, m_borrowers.get(index) - 1);
        m_threads.get(index).allowCoreThreadTimeOut(m_borrowers.get(index) == 0);
    }

    private static Thread thread(final String name, final Runnable work) {
        final Thread thread = new Thread(() -> {
            try {
                Kernels.useOneThread();
            } catch (BackendException | SettingsException e) {
                // whoever opens a network in this thread gets it, too; without its work the thread would be waited for
            }
            work.run();
        }, name);
        thread.setDaemon(true);
        return thread;
    }
}
