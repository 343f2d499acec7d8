// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.frugalvision.engine.run.CanceledException;

/** TEMPORARY until branch kernel is merged. */
public final class Workers implements AutoCloseable {
    private final List<ExecutorService> m_threads = new ArrayList<>();

    /** Task. */
    @FunctionalInterface
    public interface Task<T> {
        T run(int index) throws CanceledException;
    }

    public static Workers open(final int threads) {
        final Workers workers = new Workers();
        for (int i = 0; i < threads; i++) {
            workers.m_threads.add(Executors.newSingleThreadExecutor());
        }
        return workers;
    }

    public int count() {
        return m_threads.size();
    }

    public <T> List<T> all(final Task<T> task) throws CanceledException {
        final List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < m_threads.size(); i++) {
            final int index = i;
            futures.add(m_threads.get(i).submit(() -> task.run(index)));
        }
        final List<T> results = new ArrayList<>();
        Throwable failure = null;
        for (final Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                failure = e.getCause();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (failure instanceof CanceledException c) {
            throw c;
        }
        if (failure instanceof RuntimeException c) {
            throw c;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return results;
    }

    @Override
    public void close() {
        m_threads.forEach(ExecutorService::shutdown);
    }
}
