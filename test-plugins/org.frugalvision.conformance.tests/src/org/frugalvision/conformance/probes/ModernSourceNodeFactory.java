// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A modern probe that makes a table. */
public final class ModernSourceNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Modern source").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Output", "A table."))
        .model(m -> m.parametersClass(ModernProbeParameters.class).configure(ModernProbe::configure)
            .execute(ModernProbe::execute)).keywords("probe", "source");

    /** Creates the factory. */
    public ModernSourceNodeFactory() {
        super(NODE);
    }
}
