// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import javax.swing.JComponent;

import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.util.CheckUtils;

/** A table that travels between nodes. Any number of threads may read it at the same time. */
public final class BufferedDataTable implements DataTable, PortObject {

    /** A table. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    /** A table, or none. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final KnowsRowCountTable m_rows;

    private final DataTableSpec m_spec;

    BufferedDataTable(final KnowsRowCountTable rows) {
        this(rows, rows.getDataTableSpec());
    }

    /** The rows below another spec. */
    BufferedDataTable(final KnowsRowCountTable rows, final DataTableSpec spec) {
        m_rows = rows;
        m_spec = spec;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_spec;
    }

    @Override
    public DataTableSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + m_spec.getNumColumns();
    }

    /** A new pass over the rows; to be closed if it is given up before its end. */
    @Override
    public CloseableRowIterator iterator() {
        return m_rows.iterator();
    }

    /** The number of rows. */
    public long size() {
        return m_rows.size();
    }

    /** @throws IllegalStateException if there are more rows than an int can count */
    public int getRowCount() {
        CheckUtils.checkState(size() <= Integer.MAX_VALUE, "The table has %d rows, too many for an int.", size());
        return (int)size();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    KnowsRowCountTable getRows() {
        return m_rows;
    }

    /** Rows with their number. */
    public interface KnowsRowCountTable extends DataTable {

        /** The number of rows. */
        long size();

        /** A new pass over the rows. */
        @Override
        CloseableRowIterator iterator();

        /** Deletes the rows and their temporary files. */
        void clear();
    }
}
