// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that refuses what it has guessed. */
public final class StubbornNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Stubborn").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Output", "A table."))
        .model(m -> m.parametersClass(StubbornParameters.class).configure((i, o) -> {
            Journal.write("configure");
            o.setOutSpec(0, Tables.spec());
        }).execute((i, o) -> o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1))));

    /** Creates the factory. */
    public StubbornNodeFactory() {
        super(NODE);
    }
}
