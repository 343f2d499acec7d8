// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.util.CheckUtils;

/** Finished rows with their spec. */
final class StoredTable implements ContainerTable {

    private final DataTableSpec m_spec;

    private final RowBuffer m_rows;

    private volatile boolean m_cleared;

    StoredTable(final DataTableSpec spec, final RowBuffer rows) {
        m_spec = spec;
        m_rows = rows;
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return m_spec;
    }

    @Override
    public long size() {
        return m_rows.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        CheckUtils.checkState(!m_cleared, "The rows of table \"%s\" are deleted.", m_spec.getName());
        return m_rows.iterator();
    }

    @Override
    public void clear() {
        m_cleared = true;
        m_rows.delete();
    }
}
