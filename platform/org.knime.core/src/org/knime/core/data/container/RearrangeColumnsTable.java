// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.BufferedDataTable.KnowsRowCountTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.util.CheckUtils;

/** A table with some of the columns of another one, and new ones. It is a full copy. */
public final class RearrangeColumnsTable implements KnowsRowCountTable {

    /** Rows per worker that are taken from the input before their results are written. */
    private static final int ROWS_PER_WORKER = 16;

    private final ContainerTable m_rows;

    private RearrangeColumnsTable(final ContainerTable rows) {
        m_rows = rows;
    }

    /**
     * Runs the cell factories over the rows of the table, over several rows at once if all of them allow it.
     *
     * @throws IllegalArgumentException if the rearranger was made for a table with other columns, or a factory makes
     *             the wrong number of cells
     */
    public static RearrangeColumnsTable create(final ColumnRearranger rearranger, final BufferedDataTable table,
        final ExecutionMonitor progress, final ExecutionContext context) throws CanceledExecutionException {
        CheckUtils.checkArgument(rearranger.getInput().equalStructure(table.getDataTableSpec()),
            "The rearranger was made for the columns %s, but the table has %s.", rearranger.getInput(),
            table.getDataTableSpec());
        final DataTableSpec spec = new DataTableSpec(table.getDataTableSpec().getName(),
            rearranger.getSources().stream().map(source -> source.factory() == null
                ? table.getDataTableSpec().getColumnSpec(source.index()) : source.column())
                .toArray(DataColumnSpec[]::new));
        final DataContainer container = context.createDataContainer(spec, true);
        final RowComputation computation = new RowComputation(rearranger.getSources());
        try (CloseableRowIterator rows = table.iterator()) {
            if (computation.workers() > 1) {
                computeInParallel(computation, rows, table.size(), container, progress);
            } else {
                while (rows.hasNext()) {
                    final DataRow row = rows.next();
                    add(computation, computation.compute(row, container.size()), table.size(), container, progress);
                }
            }
        } finally {
            computation.end();
        }
        container.close();
        return new RearrangeColumnsTable(container.getBufferedTable());
    }

    private static void computeInParallel(final RowComputation computation, final CloseableRowIterator rows,
        final long count, final DataContainer container, final ExecutionMonitor progress)
        throws CanceledExecutionException {
        try (RowWorkers workers = new RowWorkers(computation)) {
            while (rows.hasNext()) {
                final List<DataRow> batch = new ArrayList<>();
                while (rows.hasNext() && batch.size() < computation.workers() * ROWS_PER_WORKER) {
                    batch.add(rows.next());
                }
                for (final DataRow row : workers.compute(batch, container.size())) {
                    add(computation, row, count, container, progress);
                }
            }
        }
    }

    private static void add(final RowComputation computation, final DataRow row, final long count,
        final DataContainer container, final ExecutionMonitor progress) throws CanceledExecutionException {
        progress.checkCanceled();
        container.addRowToTable(row);
        computation.setProgress(container.size(), count, row.getKey(), progress);
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_rows.getDataTableSpec();
    }

    @Override
    public long size() {
        return m_rows.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return m_rows.iterator();
    }

    @Override
    public void clear() {
        m_rows.clear();
    }
}
