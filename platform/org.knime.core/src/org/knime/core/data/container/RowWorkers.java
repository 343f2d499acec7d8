// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.knime.core.data.DataRow;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.workflow.NodeContext;

/** Computes several rows at once, in threads that belong to the node of the calling one. */
final class RowWorkers implements AutoCloseable {

    private final RowComputation m_computation;

    private final ExecutorService m_threads;

    /** Of the calling thread; empty outside of a node. */
    private final Optional<NodeContext> m_context = NodeContext.getContextOptional();

    RowWorkers(final RowComputation computation) {
        m_computation = computation;
        m_threads = Executors.newFixedThreadPool(computation.workers(), task -> new Thread(task, "KNIME-Row-Worker"));
    }

    /** The results in the order of the rows; the first of them has the index. */
    List<DataRow> compute(final List<DataRow> rows, final long firstIndex) throws CanceledExecutionException {
        final List<Callable<DataRow>> tasks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            final DataRow row = rows.get(i);
            final long index = firstIndex + i;
            tasks.add(() -> compute(row, index));
        }
        try {
            final List<DataRow> results = new ArrayList<>();
            for (final Future<DataRow> result : m_threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (final InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new CanceledExecutionException();
        } catch (final ExecutionException ex) {
            throw rethrown(ex.getCause());
        }
    }

    private DataRow compute(final DataRow row, final long index) {
        if (m_context.isEmpty()) {
            return m_computation.compute(row, index);
        }
        NodeContext.pushContext(m_context.get());
        try {
            return m_computation.compute(row, index);
        } finally {
            NodeContext.removeLastContext();
        }
    }

    /** A row computation declares no checked exception. */
    private static RuntimeException rethrown(final Throwable cause) {
        if (cause instanceof Error) {
            throw (Error)cause;
        }
        return (RuntimeException)cause;
    }

    @Override
    public void close() {
        m_threads.shutdownNow();
    }
}
