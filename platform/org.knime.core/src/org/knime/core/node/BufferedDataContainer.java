// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainer;

/** Takes the rows of a table that travels between nodes. Made by {@link ExecutionContext}. */
public class BufferedDataContainer extends DataContainer {

    private BufferedDataTable m_table;

    BufferedDataContainer(final DataTableSpec spec, final boolean initDomain, final int maxCellsInMemory) {
        super(spec, initDomain, maxCellsInMemory);
    }

    /** The table, once the container is closed; always the same. */
    @Override
    public BufferedDataTable getTable() {
        if (m_table == null) {
            m_table = new BufferedDataTable(getBufferedTable());
        }
        return m_table;
    }
}
