// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node whose older versions had other parameters. */
public final class MigratedNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Migrated").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Output", "A table."))
        .model(m -> m.parametersClass(MigratedParameters.class).configure((i, o) -> {
            final MigratedParameters parameters = i.getParameters();
            parameters.described().forEach(Journal::write);
            o.setOutSpec(0, Tables.spec());
        }).execute((i, o) -> o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1))));

    /** Creates the factory. */
    public MigratedNodeFactory() {
        super(NODE);
    }
}
