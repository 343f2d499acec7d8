// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node without parameters. */
public final class WithoutParametersNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Without parameters").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Output", "A table."))
        .model(m -> m.withoutParameters().configure((i, o) -> {
            Journal.write("parameters " + i.getParameters());
            o.setOutSpec(0, Tables.spec());
        }).execute((i, o) -> o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1))));

    /** Creates the factory. */
    public WithoutParametersNodeFactory() {
        super(NODE);
    }
}
