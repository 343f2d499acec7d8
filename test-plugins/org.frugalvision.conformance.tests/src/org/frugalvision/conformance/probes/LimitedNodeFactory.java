// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node whose parameters have limits. */
public final class LimitedNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Limited").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Output", "A table."))
        .model(m -> m.parametersClass(LimitedParameters.class).configure((i, o) -> {
            final LimitedParameters p = i.getParameters();
            Journal.write("epochs=" + p.m_epochs + " text=" + p.m_text + " rate=" + p.m_rate);
            o.setOutSpec(0, Tables.spec());
        }).execute((i, o) -> o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1))));

    /** Creates the factory. */
    public LimitedNodeFactory() {
        super(NODE);
    }
}
