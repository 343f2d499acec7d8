// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that makes two tables of chosen sizes. */
public final class TwoOutputsNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Two outputs").icon("absent.png")
        .shortDescription("Makes two tables.").fullDescription("Makes two tables.").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputTable("First", "A table.").addOutputTable("Second", "A table."))
        .model(m -> m.parametersClass(TwoOutputsParameters.class)
            .configure((i, o) -> o.setOutSpecs(Tables.spec(), Tables.spec())).execute((i, o) -> {
                final TwoOutputsParameters parameters = i.getParameters();
                final var context = i.getExecutionContext();
                o.setOutData(0, Tables.numbers(context, parameters.m_first));
                o.setOutData(1, Tables.numbers(context, parameters.m_second));
            }));

    /** Creates the factory. */
    public TwoOutputsNodeFactory() {
        super(NODE);
    }
}
