// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.RowKey;
import org.knime.core.node.util.CheckUtils;
import org.knime.core.util.DuplicateKeyException;

/**
 * Takes rows and makes a table of them, in the order in which they came. Checks types and row keys, learns the domains,
 * and moves to temporary files what does not fit into memory. Not thread safe; the table is.
 */
public class DataContainer implements RowAppender {

    /** Tables of at most this many numbers and short texts stay in memory; -Dorg.knime.container.cellsinmemory. */
    public static final int MAX_CELLS_IN_MEMORY = Integer.getInteger("org.knime.container.cellsinmemory", 5000);

    /** Columns with more distinct values do not list them; -Dknime.domain.valuecount. */
    public static final int MAX_POSSIBLE_VALUES = Integer.getInteger("knime.domain.valuecount", 60);

    private final DataTableSpec m_spec;

    private final ColumnDomain[] m_domains;

    /** Null once the container is closed: it is as large as the table is long. */
    private KeyHashes m_keys = new KeyHashes();

    private final RowBuffer m_rows;

    private ContainerTable m_table;

    /** Learns the domains from the rows only. */
    public DataContainer(final DataTableSpec spec) {
        this(spec, false);
    }

    /** Starts with the domains of the spec if wanted. */
    public DataContainer(final DataTableSpec spec, final boolean initDomain) {
        this(spec, initDomain, -1);
    }

    /** With a limit of its own for cells in memory; the usual one if negative. */
    public DataContainer(final DataTableSpec spec, final boolean initDomain, final int maxCellsInMemory) {
        m_spec = CheckUtils.checkArgumentNotNull(spec, "Table spec must not be null.");
        m_domains = spec.stream().map(column -> new ColumnDomain(column, initDomain, MAX_POSSIBLE_VALUES))
            .toArray(ColumnDomain[]::new);
        m_rows = new RowBuffer(maxCellsInMemory < 0 ? MAX_CELLS_IN_MEMORY : maxCellsInMemory);
    }

    /** Columns with more distinct values do not list them; to be called before the first row. */
    public void setMaxPossibleValues(final int maxPossibleValues) {
        CheckUtils.checkState(size() == 0, "The number of possible values must be set before the first row.");
        for (final ColumnDomain domain : m_domains) {
            domain.setMaxValues(maxPossibleValues);
        }
    }

    /**
     * Adds a row at the end.
     *
     * @throws IllegalArgumentException if the number or the type of the cells does not fit the spec
     * @throws DuplicateKeyException if there is a row with this key
     */
    @Override
    public void addRowToTable(final DataRow row) {
        CheckUtils.checkState(isOpen(), "Cannot add row \"%s\": the container is closed.", row.getKey());
        CheckUtils.checkArgument(row.getNumCells() == m_domains.length,
            "Cell count in row \"%s\" is not equal to length of column names array: %d vs. %d", row.getKey(),
            row.getNumCells(), m_domains.length);
        for (int i = 0; i < m_domains.length; i++) {
            final DataCell cell = row.getCell(i);
            checkType(row.getKey(), i, cell);
            m_domains[i].add(cell);
        }
        if (!m_keys.add(row.getKey().getString()) && contains(row.getKey())) {
            throw new DuplicateKeyException("Encountered duplicate row ID \"" + row.getKey() + "\" at row number "
                + (size() + 1), row.getKey().getString());
        }
        m_rows.add(row);
    }

    private void checkType(final RowKey key, final int index, final DataCell cell) {
        final DataColumnSpec column = m_spec.getColumnSpec(index);
        CheckUtils.checkArgument(cell != null, "Cell at index %d in row \"%s\" is null.", index, key);
        if (!column.getType().isASuperTypeOf(cell.getType())) {
            throw new IllegalArgumentException("Runtime class of object \"" + cell + "\" (index " + index
                + ") in row \"" + key + "\" is " + cell.getClass().getSimpleName()
                + " and does not comply with its supposed superclass " + column.getType());
        }
    }

    private boolean contains(final RowKey key) {
        try (CloseableRowIterator rows = m_rows.iterator()) {
            while (rows.hasNext()) {
                if (rows.next().getKey().equals(key)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Ends the table: no more rows. */
    public void close() {
        if (isOpen()) {
            m_keys = null;
            m_rows.finish();
            final DataTableSpecCreator creator = new DataTableSpecCreator().setName(m_spec.getName());
            for (final ColumnDomain domain : m_domains) {
                creator.addColumns(domain.createSpec());
            }
            m_table = new StoredTable(creator.createSpec(), m_rows);
        }
    }

    /** Whether rows can be added. */
    public boolean isOpen() {
        return m_table == null;
    }

    /** Whether the table is ended. */
    public boolean isClosed() {
        return !isOpen();
    }

    /** The number of rows so far. */
    public long size() {
        return m_rows.size();
    }

    /** The spec; with the domains that the rows have, once the container is closed. */
    public DataTableSpec getTableSpec() {
        return isOpen() ? m_spec : m_table.getDataTableSpec();
    }

    /** The table, once the container is closed. */
    public DataTable getTable() {
        return getBufferedTable();
    }

    /** The table, once the container is closed. */
    protected final ContainerTable getBufferedTable() {
        CheckUtils.checkState(isClosed(), "Cannot get the table: the container is open.");
        return m_table;
    }

    /** Deletes the rows and their temporary files, whether the container is open or closed. */
    public void dispose() {
        close();
        m_table.clear();
    }
}
