// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import org.frugalvision.nodes.prepare.rebalance.ClassRebalancerNodeParameters.Weight;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The table of classes, before and after. */
final class ClassTable {

    private ClassTable() {
    }

    static DataTableSpec spec() {
        return new DataTableSpec("Classes", new DataColumnSpecCreator("Class", StringCell.TYPE).createSpec(),
            NumberCells.ints("Images before"), NumberCells.ints("Images after"), NumberCells.ints("Different images"),
            NumberCells.ints("Most copies of an image"), NumberCells.doubles("Weight (inverse frequency)"),
            NumberCells.doubles("Weight (effective number)"), NumberCells.doubles("Semantic scale"),
            NumberCells.doubles("Weight (semantic scale)"));
    }

    static BufferedDataTable create(final RebalancePlan plan, final ExecutionContext context) {
        final int[][] counts = {plan.pool().counts(), plan.after(), plan.different(), plan.most()};
        final double[][] numbers = {plan.weights(Weight.INVERSE_FREQUENCY), plan.weights(Weight.EFFECTIVE_NUMBER),
            plan.scales(), plan.weights(Weight.SEMANTIC_SCALE)};
        final var container = context.createDataContainer(spec());
        for (int c = 0; c < plan.pool().classes().size(); c++) {
            final DataCell[] cells = new DataCell[1 + counts.length + numbers.length];
            cells[0] = new StringCell(plan.pool().classes().get(c));
            for (int k = 0; k < counts.length; k++) {
                cells[1 + k] = new IntCell(counts[k][c]);
            }
            for (int k = 0; k < numbers.length; k++) {
                final double number = numbers[k][c];
                cells[1 + counts.length + k] =
                    Double.isNaN(number) ? DataType.getMissingCell() : new DoubleCell(number);
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)c), cells));
        }
        container.close();
        return container.getTable();
    }
}
