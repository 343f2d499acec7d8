// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that makes cells of every kind. */
public final class CellSourceNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Cell source").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Output", "A table."))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, Cells.spec()))
            .execute((i, o) -> o.setOutData(0, Cells.table(i.getExecutionContext()))));

    /** Creates the factory. */
    public CellSourceNodeFactory() {
        super(NODE);
    }
}
