// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.knime.core.util.DuplicateKeyException;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** A node that asks twice for the same file store. */
public final class TwoFilesNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create().name("Two files").icon("")
        .shortDescription("Asks twice.").fullDescription("Asks twice for a file.").sinceVersion(5, 8, 0)
        .ports(p -> p.addOutputPort("Thing", "A thing.", Thing.TYPE))
        .model(m -> m.withoutParameters().configure((i, o) -> o.setOutSpec(0, new ThingSpec("round")))
            .execute((i, o) -> {
                final var thing = Thing.write("round", "content", i.getExecutionContext());
                try {
                    i.getExecutionContext().createFileStore("thing");
                } catch (final DuplicateKeyException e) {
                    Journal.write("refused " + e.getMessage());
                } catch (final IOException e) {
                    throw new UncheckedIOException(e);
                }
                o.setOutData(0, thing);
            }));

    /** Creates the factory. */
    public TwoFilesNodeFactory() {
        super(NODE);
    }
}
