// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IDataRepository;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.RearrangeColumnsTable;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.internal.IFileStoreHandler;
import org.knime.core.data.filestore.internal.IWriteFileStoreHandler;
import org.knime.core.node.SubProgressMonitor.Kind;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.node.workflow.SingleNodeContainer.MemoryPolicy;

/**
 * What a node gets to execute with: progress, and a maker of tables and file stores. The tables live until the node is
 * reset. Thread safe, but not the containers.
 */
public class ExecutionContext extends ExecutionMonitor {

    private final Node m_node;

    private final MemoryPolicy m_memoryPolicy;

    /** Shared with all sub contexts. */
    private final Set<BufferedDataContainer> m_containers;

    /** For an execution with the usual memory policy. */
    public ExecutionContext(final NodeProgressMonitor progress, final Node node) {
        this(progress, node, MemoryPolicy.CacheSmallInMemory, (IDataRepository)null);
    }

    /** For an execution; with the policy CacheOnDisc no table stays in memory. */
    public ExecutionContext(final NodeProgressMonitor progress, final Node node, final MemoryPolicy policy,
        final IDataRepository repository) {
        this(progress, node, policy, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private ExecutionContext(final NodeProgressMonitor progress, final Node node, final MemoryPolicy policy,
        final Set<BufferedDataContainer> containers) {
        super(progress);
        m_node = node;
        m_memoryPolicy = policy;
        m_containers = containers;
    }

    /**
     * A file for the content of a port object. Its name must be unique in this execution.
     *
     * @throws IOException if the name was used before, or is no plain file name
     */
    public FileStore createFileStore(final String relativePath) throws IOException {
        final IFileStoreHandler handler = m_node.getFileStoreHandler();
        CheckUtils.checkState(handler instanceof IWriteFileStoreHandler,
            "File stores can only be created while the node is executing.");
        return ((IWriteFileStoreHandler)handler).createFileStore(relativePath);
    }

    /** A container that starts with the domains of the spec. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    /** A container that starts with the domains of the spec if wanted. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return createDataContainer(spec, initDomain, -1);
    }

    /** A container with a limit of its own for cells in memory; the usual one if negative. */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain,
        final int maxCellsInMemory) {
        final boolean onDisc = m_memoryPolicy == MemoryPolicy.CacheOnDisc;
        final BufferedDataContainer container =
            new BufferedDataContainer(spec, initDomain, onDisc ? 0 : maxCellsInMemory);
        synchronized (m_containers) {
            m_containers.add(container);
        }
        return container;
    }

    /** A copy of the table; the table itself if it can travel between nodes. */
    public BufferedDataTable createBufferedDataTable(final DataTable table, final ExecutionMonitor progress)
        throws CanceledExecutionException {
        if (table instanceof BufferedDataTable) {
            return (BufferedDataTable)table;
        }
        final BufferedDataContainer container = createDataContainer(table.getDataTableSpec(), true);
        for (final DataRow row : table) {
            progress.checkCanceled();
            container.addRowToTable(row);
            progress.setMessage(() -> "Row #" + container.size() + " (\"" + row.getKey() + "\")");
        }
        container.close();
        return container.getTable();
    }

    /** The table with its columns rearranged, see {@link ColumnRearranger}. */
    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable table,
        final ColumnRearranger rearranger, final ExecutionMonitor progress) throws CanceledExecutionException {
        return new BufferedDataTable(RearrangeColumnsTable.create(rearranger, table, progress, this));
    }

    /**
     * The rows of the table below another spec, without a copy.
     *
     * @throws IllegalArgumentException if the number of columns differs
     */
    public BufferedDataTable createSpecReplacerTable(final BufferedDataTable table, final DataTableSpec spec) {
        CheckUtils.checkArgument(spec.getNumColumns() == table.getDataTableSpec().getNumColumns(),
            "Table has %d columns, but its new spec %d.", table.getDataTableSpec().getNumColumns(),
            spec.getNumColumns());
        return new BufferedDataTable(table.getRows(), spec);
    }

    /** Another object with the rows of the table, without a copy. */
    public BufferedDataTable createWrappedTable(final BufferedDataTable table) {
        return new BufferedDataTable(table.getRows(), table.getDataTableSpec());
    }

    /** Deletes a table that this node made and that is none of its outputs. */
    public void clearTable(final BufferedDataTable table) {
        table.getRows().clear();
    }

    /** A context whose whole progress is this share of the progress here. */
    public ExecutionContext createSubExecutionContext(final double share) {
        return sub(share, Kind.NORMAL);
    }

    /** As {@link #createSubExecutionContext}, without messages. */
    public ExecutionContext createSilentSubExecutionContext(final double share) {
        return sub(share, Kind.SILENT);
    }

    private ExecutionContext sub(final double share, final Kind kind) {
        return new ExecutionContext(new SubProgressMonitor(getProgressMonitor(), share, kind), m_node,
            m_memoryPolicy, m_containers);
    }

    /** Deletes all tables that were made through this context and its sub contexts, finished or not. */
    void disposeTables() {
        synchronized (m_containers) {
            for (final Iterator<BufferedDataContainer> all = m_containers.iterator(); all.hasNext(); all.remove()) {
                all.next().dispose();
            }
        }
    }
}
