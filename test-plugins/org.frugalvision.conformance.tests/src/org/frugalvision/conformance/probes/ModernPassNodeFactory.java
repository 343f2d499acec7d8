// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A modern probe with an input and an output table. */
public final class ModernPassNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Modern pass").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addInputTable("Input", "A table.").addOutputTable("Output", "A table."))
        .model(m -> m.parametersClass(ModernProbeParameters.class).configure(ModernProbe::configure)
            .execute(ModernProbe::execute));

    /** Creates the factory. */
    public ModernPassNodeFactory() {
        super(NODE);
    }
}
