// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import org.frugalvision.engine.network.LayerCost;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row per layer and their total. */
final class LayerTable {

    private static final DataTableSpec SPEC = new DataTableSpec( //
        new DataColumnSpecCreator("Layer", StringCell.TYPE).createSpec(), //
        NumberCells.ints("Output channels"), //
        NumberCells.ints("Output height"), //
        NumberCells.ints("Output width"), //
        NumberCells.longs("Parameters"), //
        NumberCells.longs("Multiply-adds"));

    private LayerTable() {
    }

    static DataTableSpec spec() {
        return SPEC;
    }

    static BufferedDataTable create(final NetworkSpec network, final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        for (final LayerCost layer : network.layers()) {
            final var output = layer.output();
            rows.addRowToTable(new DefaultRow(new RowKey(layer.name()), new StringCell(layer.layer()),
                new IntCell(output.channels()), new IntCell(output.height()), new IntCell(output.width()),
                new LongCell(layer.parameters()), new LongCell(layer.multiplyAdds())));
        }
        final DataCell none = DataType.getMissingCell();
        rows.addRowToTable(new DefaultRow(new RowKey("Total"), new StringCell("all of the above"), none, none, none,
            new LongCell(network.parameters()), new LongCell(network.multiplyAdds())));
        rows.close();
        return rows.getTable();
    }
}
