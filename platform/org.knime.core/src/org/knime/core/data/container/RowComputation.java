// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.ColumnRearranger.Source;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.util.CheckUtils;

/** Makes a row of a rearranged table from a row of its input. */
final class RowComputation {

    private final List<Source> m_sources;

    private final List<CellFactory> m_factories = new ArrayList<>();

    RowComputation(final List<Source> sources) {
        m_sources = sources;
        final Map<CellFactory, Boolean> known = new IdentityHashMap<>();
        for (final Source source : sources) {
            if (source.factory() != null && known.put(source.factory(), true) == null) {
                m_factories.add(source.factory());
            }
        }
    }

    DataRow compute(final DataRow row, final long index) {
        final Map<CellFactory, DataCell[]> made = new IdentityHashMap<>();
        for (final CellFactory factory : m_factories) {
            final DataCell[] cells = factory.getCells(row, index);
            CheckUtils.checkArgument(cells.length == factory.getColumnSpecs().length,
                "A cell factory made %d cells for the %d new columns of row \"%s\".", cells.length,
                factory.getColumnSpecs().length, row.getKey());
            made.put(factory, cells);
        }
        return new DefaultRow(row.getKey(), m_sources.stream()
            .map(s -> s.factory() == null ? row.getCell(s.index()) : made.get(s.factory())[s.index()]).toList());
    }

    /** How many rows may be computed at once. */
    int workers() {
        return m_factories.stream().mapToInt(RowComputation::workers).min().orElse(1);
    }

    private static int workers(final CellFactory factory) {
        return factory instanceof AbstractCellFactory && ((AbstractCellFactory)factory).isParallelProcessing()
            ? Math.max(1, ((AbstractCellFactory)factory).getMaxParallelWorkers()) : 1;
    }

    void setProgress(final long rowNumber, final long rowCount, final RowKey key, final ExecutionMonitor exec) {
        if (m_factories.isEmpty()) {
            exec.setProgress(rowNumber / (double)rowCount);
        }
        m_factories.forEach(factory -> factory.setProgress(rowNumber, rowCount, key, exec));
    }

    void end() {
        m_factories.stream().filter(AbstractCellFactory.class::isInstance)
            .forEach(factory -> ((AbstractCellFactory)factory).afterProcessing());
    }
}
