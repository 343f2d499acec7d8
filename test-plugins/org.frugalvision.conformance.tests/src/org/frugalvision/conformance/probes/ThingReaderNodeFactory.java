// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that reads a thing. */
public final class ThingReaderNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Thing reader").icon("absent.png")
        .shortDescription("Writes down what it sees.").fullDescription("<p>Writes down what it <b>sees</b>.</p>")
        .sinceVersion(5, 8, 0)
        .ports(p -> p.addInputPort("Thing", "A thing.", Thing.TYPE).addOutputTable("Output", "A table."))
        .model(m -> m.withoutParameters().configure((i, o) -> {
            final ThingSpec spec = i.getInPortSpec(0);
            Journal.write("spec " + spec.kind());
            o.setOutSpec(0, Tables.spec());
        }).execute((i, o) -> {
            final Thing thing = i.getInPortObject(0);
            Journal.write("thing " + thing.read());
            Journal.write("summary " + thing.getSummary());
            o.setOutData(0, Tables.numbers(i.getExecutionContext(), 1));
        }));

    /** Creates the factory. */
    public ThingReaderNodeFactory() {
        super(NODE);
    }
}
