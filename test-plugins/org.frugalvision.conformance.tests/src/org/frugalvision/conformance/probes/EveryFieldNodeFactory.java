// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node with a parameter of every form. */
public final class EveryFieldNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Every field").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Output", "A table."))
        .model(m -> m.parametersClass(EveryFieldParameters.class).configure((i, o) -> {
            final EveryFieldParameters parameters = i.getParameters();
            parameters.described().forEach(Journal::write);
            o.setOutSpec(0, Tables.spec());
        }).execute((i, o) -> o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1))));

    /** Creates the factory. */
    public EveryFieldNodeFactory() {
        super(NODE);
    }
}
