// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.ArrayDeque;
import java.util.Deque;

import org.frugalvision.dl4j.Backend;

/**
 * The right to compute with ND4J. KNIME runs nodes in parallel, but cores, peak memory and the clock of a measurement
 * are the process's: so one piece of work computes at a time, and the others wait in the order in which they asked.
 */
public final class Compute {

    private static final long CANCEL_CHECK_MILLIS = 100;

    /** The machine is one per process, and so is this. */
    private static final Compute PROCESS = new Compute();

    private final Deque<Object> m_queue = new ArrayDeque<>();

    /** The thread that holds the lease, or null. */
    private Thread m_owner;

    private Compute() {
    }

    /** The right to compute, until it is closed. */
    public interface Lease extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until all who asked earlier are done. The thread that holds the lease gets it again at once, so that work
     * may ask for other work to be done inside it; the right ends when the first lease is closed.
     *
     * @param run asked ten times a second whether to go on waiting
     * @return the right to compute
     * @throws CanceledException if the work was canceled while it waited
     */
    public static Lease lease(final RunControl run) throws CanceledException {
        return PROCESS.enter(run);
    }

    /**
     * @param setting a number of threads, or 0: all cores but one, at least one
     * @return the number of threads to use; one if a GPU does the work
     */
    public static int threads(final int setting) {
        if (Backend.isPrepared() && Backend.prepare().usesGpu()) {
            return 1;
        }
        return setting > 0 ? setting : Math.max(1, cores() - 1);
    }

    /** @return how many cores the process may use */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private synchronized Lease enter(final RunControl run) throws CanceledException {
        run.checkCanceled();
        final Object ticket = new Object();
        if (m_owner == Thread.currentThread()) {
            return () -> {
                // the lease outside goes on
            };
        }
        m_queue.addLast(ticket);
        boolean mine = false;
        try {
            if (m_queue.peekFirst() != ticket) {
                run.progress(0, "waiting for another node to finish computing");
            }
            while (m_queue.peekFirst() != ticket) {
                wait(CANCEL_CHECK_MILLIS);
                run.checkCanceled();
            }
            mine = true;
            m_owner = Thread.currentThread();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CanceledException)new CanceledException().initCause(e);
        } finally {
            if (!mine) {
                leave(ticket);
            }
        }
        return () -> leave(ticket);
    }

    private synchronized void leave(final Object ticket) {
        if (m_queue.peekFirst() == ticket) {
            m_owner = null;
        }
        if (m_queue.remove(ticket)) {
            notifyAll();
        }
    }
}
