// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that guesses its parameters. */
public final class GuessedNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Guessed").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addInputTable("Input", "A table.").addOutputTable("Output", "A table."))
        .model(m -> m.parametersClass(GuessedParameters.class).configure((i, o) -> {
            final GuessedParameters parameters = i.getParameters();
            Journal.write("configure " + parameters.m_column);
            o.setOutSpec(0, Tables.spec());
        }).execute((i, o) -> o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1))));

    /** Creates the factory. */
    public GuessedNodeFactory() {
        super(NODE);
    }
}
