// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that makes PNG cells. */
public final class PictureSourceNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Picture source").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputTable("Output", "A table."))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, Pictures.spec()))
            .execute((i, o) -> {
                Pictures.refuse();
                o.setOutData(0, Pictures.table(i.getExecutionContext()));
            }));

    /** Creates the factory. */
    public PictureSourceNodeFactory() {
        super(NODE);
    }
}
