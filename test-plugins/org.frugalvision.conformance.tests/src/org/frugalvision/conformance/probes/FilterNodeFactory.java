// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.util.List;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that chooses columns. */
public final class FilterNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Filter").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addInputTable("Input", "A table.").addOutputTable("Output", "A table."))
        .model(m -> m.parametersClass(FilterParameters.class).configure((i, o) -> {
            final FilterParameters parameters = i.getParameters();
            final var columns = i.getInTableSpec(0).stream().toList();
            Journal.write("selected " + List.of(parameters.m_columns.filter(columns)));
            Journal.write("absent " + List.of(parameters.m_columns.getMissingSelected(columns)));
            o.setOutSpec(0, i.getInTableSpec(0));
        }).execute((i, o) -> o.setOutData(0, i.getInTable(0))));

    /** Creates the factory. */
    public FilterNodeFactory() {
        super(NODE);
    }
}
