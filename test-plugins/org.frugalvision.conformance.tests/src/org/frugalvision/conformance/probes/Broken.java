// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Nodes that cannot be created. */
public final class Broken {
    private Broken() {
    }

    private static DefaultNode node(final String description, final String firstPort, final String secondPort) {
        return DefaultNode.create().name("Broken & still plain").icon("").shortDescription("Fails.")
            .fullDescription(description).sinceVersion(5, 8, 0)
            .ports(p -> p.addOutputTable(firstPort, "A table.").addOutputTable(secondPort, "A table."))
            .model(m -> m.withoutParameters().configure((i, o) -> Journal.write("configure"))
                .execute((i, o) -> Journal.write("execute")));
    }

    /** A node with a raw ampersand in its description. */
    public static final class AmpersandNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public AmpersandNodeFactory() {
            super(node("This & that.", "One", "Two"));
        }
    }

    /** A node with a tag that is not closed in its description. */
    public static final class TagNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public TagNodeFactory() {
            super(node("a < b", "One", "Two"));
        }
    }

    /** A node with two ports of one name. */
    public static final class SamePortNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public SamePortNodeFactory() {
            super(node("Fails.", "One", "One"));
        }
    }

    /** A node with a port without name. */
    public static final class NamelessPortNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public NamelessPortNodeFactory() {
            super(node("Fails.", "One", ""));
        }
    }

    /** A node that rearranges the columns of two tables. */
    public static final class TwoTablesNodeFactory extends DefaultNodeFactory {
        /** Creates the factory. */
        public TwoTablesNodeFactory() {
            super(DefaultNode.create().name("Broken").icon("").shortDescription("Fails.").fullDescription("Fails.")
                .sinceVersion(5, 8, 0)
                .ports(p -> p.addInputTable("One", "A table.").addInputTable("Two", "A table.")
                    .addOutputTable("Out", "A table."))
                .model(m -> m.withoutParameters().rearrangeColumns((i, o) -> Journal.write("rearrange"))));
        }
    }
}
