// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.util.CheckUtils;

/** A row in memory. */
public class DefaultRow implements DataRow {

    private final RowKey m_key;

    private final DataCell[] m_cells;

    /** @throws IllegalArgumentException if the key or a cell is null */
    public DefaultRow(final RowKey key, final DataCell... cells) {
        m_key = CheckUtils.checkArgumentNotNull(key, "Row key must not be null.");
        m_cells = cells.clone();
        for (int i = 0; i < m_cells.length; i++) {
            CheckUtils.checkArgumentNotNull(m_cells[i], "Cell at index %d of row \"%s\" is null.", i, key);
        }
    }

    /** @throws IllegalArgumentException if the key or a cell is null */
    public DefaultRow(final String key, final DataCell... cells) {
        this(new RowKey(key), cells);
    }

    /** @throws IllegalArgumentException if the key or a cell is null */
    public DefaultRow(final RowKey key, final List<DataCell> cells) {
        this(key, cells.toArray(DataCell[]::new));
    }

    /** @throws IllegalArgumentException if the key or a cell is null */
    public DefaultRow(final String key, final List<DataCell> cells) {
        this(new RowKey(key), cells);
    }

    /** The cells of the row below another key. */
    public DefaultRow(final RowKey key, final DataRow row) {
        this(key, row.stream().toArray(DataCell[]::new));
    }

    /** The cells of the row below another key. */
    public DefaultRow(final String key, final DataRow row) {
        this(new RowKey(key), row);
    }

    /** Integer cells. */
    public DefaultRow(final String key, final int... values) {
        this(key, Arrays.stream(values).mapToObj(IntCell::new).toArray(DataCell[]::new));
    }

    /** Double cells. */
    public DefaultRow(final String key, final double... values) {
        this(key, Arrays.stream(values).mapToObj(DoubleCell::new).toArray(DataCell[]::new));
    }

    /** String cells. */
    public DefaultRow(final String key, final String... values) {
        this(key, Arrays.stream(values).map(StringCell::new).toArray(DataCell[]::new));
    }

    @Override
    public final int getNumCells() {
        return m_cells.length;
    }

    @Override
    public final RowKey getKey() {
        return m_key;
    }

    @Override
    public final DataCell getCell(final int index) {
        return m_cells[index];
    }

    @Override
    public Iterator<DataCell> iterator() {
        return Arrays.asList(m_cells).iterator();
    }

    @Override
    public boolean equals(final Object object) {
        return object instanceof DefaultRow && m_key.equals(((DefaultRow)object).m_key)
            && Arrays.equals(m_cells, ((DefaultRow)object).m_cells);
    }

    @Override
    public int hashCode() {
        return 31 * m_key.hashCode() + Arrays.hashCode(m_cells);
    }

    @Override
    public String toString() {
        return m_key + ": " + Arrays.toString(m_cells);
    }
}
