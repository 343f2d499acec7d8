// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that reads PNG cells twice. */
public final class PictureReaderNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Picture reader").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addInputTable("Input", "A table.").addOutputTable("Output", "A table."))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, i.getInTableSpec(0)))
            .execute((i, o) -> {
                Pictures.read(i.getInTable(0));
                Pictures.read(i.getInTable(0));
                o.setOutData(0, i.getInTable(0));
            }));

    /** Creates the factory. */
    public PictureReaderNodeFactory() {
        super(NODE);
    }
}
