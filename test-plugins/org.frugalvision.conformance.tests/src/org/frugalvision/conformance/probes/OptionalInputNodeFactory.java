// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node with an input that may be left open. */
public final class OptionalInputNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Optional input").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addInputPort("Input", "A table.",
            PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true))
            .addOutputTable("Output", "A table."))
        .model(m -> m.withoutParameters().configure((i, o) -> {
            Journal.write("spec " + i.getInPortSpecs().length + (i.getInPortSpec(0) == null ? " null" : " some"));
            o.setOutSpec(0, Tables.spec());
        }).execute((i, o) -> {
            Journal.write("table " + (i.getInTable(0) == null ? "null" : "some"));
            o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1));
        }));

    /** Creates the factory. */
    public OptionalInputNodeFactory() {
        super(NODE);
    }
}
