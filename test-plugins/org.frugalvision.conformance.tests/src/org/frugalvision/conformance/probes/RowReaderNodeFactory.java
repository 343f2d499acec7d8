// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.data.DataCell;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that reads rows of whole numbers. */
public final class RowReaderNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Row reader").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addInputTable("Input", "A table.").addOutputTable("Output", "A table."))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, i.getInTableSpec(0)))
            .execute((i, o) -> {
                for (final var row : i.getInTable(0)) {
                    Journal.write(row.getKey() + " " + row.stream().map(DataCell::toString).toList());
                }
                o.setOutData(0, i.getInTable(0));
            }));

    /** Creates the factory. */
    public RowReaderNodeFactory() {
        super(NODE);
    }
}
