// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node with an input that the user may add. */
public final class DynamicNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Dynamic").icon("")
        .shortDescription("Takes more.").fullDescription("Takes more.").sinceVersion(5, 8, 0)
        .dynamicPorts(d -> d
            .addInputPortGroup("Input", g -> g.name("Input").description("A table.").fixed(BufferedDataTable.TYPE))
            .addInputPortGroup("More",
                g -> g.name("More").description("A table.").optional().supportedTypes(BufferedDataTable.TYPE))
            .addOutputPortGroup("Output", g -> g.name("Output").description("A table.").fixed(BufferedDataTable.TYPE)))
        .model(m -> m.withoutParameters().configure((i, o) -> {
            Journal.write("inputs " + i.getInPortSpecs().length);
            o.setOutSpec(0, i.getInTableSpec(0));
        }).execute((i, o) -> o.setOutData(0, i.getInTable(0))));

    /** Creates the factory. */
    public DynamicNodeFactory() {
        super(NODE);
    }
}
