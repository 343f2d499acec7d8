// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;

/**
 * Threads that compute, each on one core. To be used by one thread at a time, under a
 * {@link org.frugalvision.engine.run.Compute} lease, and to be closed.
 */
public final class Workers implements AutoCloseable {

    /** Held while work is handed out: all threads get it in one order, so that tasks of one work run together. */
    private static final Object ORDER = new Object();

    private final List<ThreadPoolExecutor> m_threads = new ArrayList<>();

    private Workers(final int threads) {
        for (int i = 0; i < threads; i++) {
            m_threads.add(ComputeThreads.borrow(i));
        }
    }

    /**
     * Work for one of the threads.
     *
     * @param <T> type of result
     */
    @FunctionalInterface
    public interface Task<T> {

        /**
         * @param index 0 .. {@link Workers#count()} - 1
         * @return the result
         * @throws CanceledException if the work is to end
         */
        T run(int index) throws CanceledException;
    }

    /**
     * @param threads how many, at least 1
     * @return the threads
     */
    public static Workers open(final int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but is " + threads);
        }
        return new Workers(threads);
    }

    /** @return number of threads */
    public int count() {
        return m_threads.size();
    }

    /**
     * Lets every thread do a task, at the same time, so that tasks may wait for each other. Waits until all are done,
     * also if one of them fails.
     *
     * @param <T> type of result
     * @param task the task; it must not call this again
     * @return the results by thread
     * @throws CanceledException if a task was canceled
     * @throws DataException if the memory is not enough
     * @throws org.frugalvision.dl4j.BackendException if the native libraries cannot be had
     */
    public <T> List<T> all(final Task<T> task) throws CanceledException {
        return await(submit(m_threads, task));
    }

    /** Lets the first thread do something that cannot be canceled. */
    <T> T one(final Task<T> task) {
        try {
            return await(submit(m_threads.subList(0, Math.min(1, m_threads.size())), task)).get(0);
        } catch (CanceledException e) {
            throw new IllegalStateException("This work cannot be canceled.", e);
        }
    }

    /** Gives the threads back; they end when nobody needs them for some time. */
    @Override
    public void close() {
        for (int i = 0; i < m_threads.size(); i++) {
            ComputeThreads.giveBack(i);
        }
        m_threads.clear();
    }

    private static <T> List<Future<T>> submit(final List<ThreadPoolExecutor> threads, final Task<T> task) {
        if (threads.isEmpty()) {
            throw new IllegalStateException("The workers are closed.");
        }
        final List<Future<T>> futures = new ArrayList<>();
        synchronized (ORDER) {
            for (int i = 0; i < threads.size(); i++) {
                final int index = i;
                futures.add(threads.get(i).submit(() -> task.run(index)));
            }
        }
        return futures;
    }

    private static <T> List<T> await(final List<Future<T>> futures) throws CanceledException {
        final List<T> results = new ArrayList<>();
        Throwable failure = null;
        boolean interrupted = false;
        for (int i = 0; i < futures.size();) {
            try {
                results.add(futures.get(i).get());
                i++;
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
                i++;
            } catch (InterruptedException e) { // native code cannot be left alone with memory about to be freed
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw rethrown(failure);
        }
        return results;
    }

    private static RuntimeException rethrown(final Throwable failure) throws CanceledException {
        if (failure instanceof CanceledException canceled) {
            throw canceled;
        }
        if (failure instanceof OutOfMemoryError) {
            return new DataException("Memory", "there is not enough of it to compute with this network and batch size ("
                + failure.getMessage() + ").", failure, "Lower Batch size.", "Lower Threads.",
                "Raise the limits in knime.ini: -Xmx for the Java heap, -Dfrugalvision.offheap=6GB for native memory.");
        }
        if (failure instanceof RuntimeException runtime) {
            return runtime;
        }
        return new IllegalStateException(failure);
    }
}
