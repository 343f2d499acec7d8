// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that several threads do at the same time, and whose results are taken in the order in which it was given:
 * whoever takes them sees what one thread alone would have made. One thread gives and takes, and decides how much may
 * wait. To be closed.
 *
 * @param <T> type of a result
 */
public final class OrderedWork<T> implements AutoCloseable {

    private static final long CANCEL_CHECK_MILLIS = 100;

    private final ExecutorService m_pool;

    private final Queue<Thread> m_threads = new ConcurrentLinkedQueue<>();

    private final Deque<Future<T>> m_waiting = new ArrayDeque<>();

    /**
     * @param threads how many threads work, at least 1
     * @param name of each thread
     */
    public OrderedWork(final int threads, final String name) {
        m_pool = Executors.newFixedThreadPool(threads, work -> {
            final var thread = new Thread(work, name);
            thread.setDaemon(true);
            m_threads.add(thread);
            return thread;
        });
    }

    /** @param work to be done by one of the threads; what it throws comes out of {@link #take} in its turn */
    public void add(final Callable<T> work) {
        m_waiting.add(m_pool.submit(work));
    }

    /** @return how many were given and not taken yet */
    public int size() {
        return m_waiting.size();
    }

    /**
     * Waits for the result of what was given longest ago.
     *
     * @param run asked ten times a second whether to go on waiting
     * @return the result
     * @throws CanceledException if the work was canceled, or the waiting thread interrupted
     * @throws ExecutionException if this piece of work failed; later ones are not concerned
     */
    public T take(final RunControl run) throws CanceledException, ExecutionException {
        final Future<T> first = m_waiting.remove();
        while (true) {
            run.checkCanceled();
            try {
                return first.get(CANCEL_CHECK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (CanceledException)new CanceledException().initCause(e);
            } catch (final TimeoutException e) {
                // not yet
            }
        }
    }

    /** Ends the threads and waits for them, so that nobody works on after a cancellation. */
    @Override
    public void close() {
        m_pool.shutdownNow();
        boolean interrupted = false;
        // an ended pool does not mean that its threads are gone
        while (!m_threads.isEmpty()) {
            try {
                m_threads.peek().join();
                m_threads.remove();
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
