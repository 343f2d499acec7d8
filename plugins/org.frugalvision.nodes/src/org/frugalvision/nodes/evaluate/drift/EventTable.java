// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.drift;

import java.util.List;

import org.frugalvision.engine.drift.DriftEvent;
import org.frugalvision.engine.drift.Level;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row for each time that a detector became alarmed. */
final class EventTable {

    private static final DataTableSpec SPEC = new DataTableSpec("Drift", NumberCells.longs("Position"),
        strings("Row ID of the prediction"), strings("Detector"), strings("Level"), NumberCells.doubles("Value"),
        NumberCells.doubles("Threshold"));

    private EventTable() {
    }

    static DataTableSpec spec() {
        return SPEC;
    }

    static BufferedDataTable create(final List<DriftEvent> events, final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        for (int i = 0; i < events.size(); i++) {
            final DriftEvent event = events.get(i);
            rows.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), new LongCell(event.position()),
                new StringCell(event.id()), new StringCell(event.detector().label()),
                new StringCell(event.reading().level() == Level.DRIFT ? "drift" : "warning"),
                new DoubleCell(event.reading().value()), new DoubleCell(event.reading().threshold())));
        }
        rows.close();
        return rows.getTable();
    }

    private static DataColumnSpec strings(final String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }
}
