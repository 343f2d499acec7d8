// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.IntValue;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.SingleCellFactory;
import org.knime.core.data.def.IntCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that adds a column. */
public final class RearrangeNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Rearrange").icon("")
        .shortDescription("Adds a column.").fullDescription("Adds a column.").sinceVersion(5, 8, 0)
        .ports(p -> p.addInputTable("Input", "A table.").addOutputTable("Output", "A table."))
        .model(m -> m.parametersClass(ModernProbeParameters.class).rearrangeColumns((i, o) -> {
            final ModernProbeParameters parameters = i.getParameters();
            Journal.write("rearrange " + List.of(i.getDataTableSpec().getColumnNames()));
            if (!parameters.m_configure.equals("forget")) {
                o.setColumnRearranger(rearranger(i.getDataTableSpec(), parameters.m_number));
            }
        }));

    /** Creates the factory. */
    public RearrangeNodeFactory() {
        super(NODE);
    }

    private static ColumnRearranger rearranger(final DataTableSpec spec, final int summand) {
        final var rearranger = new ColumnRearranger(spec);
        rearranger.append(new SingleCellFactory(new DataColumnSpecCreator("sum", IntCell.TYPE).createSpec()) {
            @Override
            public DataCell getCell(final DataRow row) {
                return new IntCell(((IntValue)row.getCell(0)).getIntValue() + summand);
            }
        });
        return rearranger;
    }
}
