// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that makes a thing. */
public final class ThingWriterNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Thing writer").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0).ports(p -> p.addOutputPort("Thing", "A thing.", Thing.TYPE))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, new ThingSpec("round")))
            .execute((i, o) -> o.setOutData(0, Thing.write("round", "content", i.getExecutionContext()))));

    /** Creates the factory. */
    public ThingWriterNodeFactory() {
        super(NODE);
    }
}
