// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** A cell factory that may be called for several rows at once. */
public abstract class AbstractCellFactory implements CellFactory {

    private final DataColumnSpec[] m_columns;

    private boolean m_parallel;

    private int m_workers;

    /** Called for one row after the other. */
    public AbstractCellFactory(final DataColumnSpec... columns) {
        this(false, columns);
    }

    /** Called for several rows at once if wanted. */
    public AbstractCellFactory(final boolean processConcurrently, final DataColumnSpec... columns) {
        m_columns = columns.clone();
        setParallelProcessing(processConcurrently);
    }

    /** Lets, or does not let, several rows be processed at once. */
    public final void setParallelProcessing(final boolean isParallel) {
        setParallelProcessing(isParallel, Runtime.getRuntime().availableProcessors(), 0);
    }

    /** As many rows at once as there are workers; the size of the queue is up to the framework. */
    public final void setParallelProcessing(final boolean isParallel, final int workers, final int queueSize) {
        m_parallel = isParallel;
        m_workers = workers;
    }

    /** Whether several rows may be processed at once. */
    public final boolean isParallelProcessing() {
        return m_parallel;
    }

    /** How many rows may be processed at once. */
    public final int getMaxParallelWorkers() {
        return m_workers;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return m_columns.clone();
    }

    /** Called at the end, also after a failure. */
    public void afterProcessing() {
        // nothing to clean up
    }

    @Override
    public void setProgress(final int rowNumber, final int rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((long)rowNumber, rowCount, lastKey, exec);
    }

    @Override
    public void setProgress(final long rowNumber, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        exec.setProgress(rowNumber / (double)rowCount,
            () -> "Processed row " + rowNumber + "/" + rowCount + " (\"" + lastKey + "\")");
    }
}
