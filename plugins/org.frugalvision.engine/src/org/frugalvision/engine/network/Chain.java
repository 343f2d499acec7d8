// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;

/** Collects nodes one after the other; each new one takes the last one's output. */
final class Chain {

    private final List<Node> m_nodes = new ArrayList<>();

    private String m_last = Node.INPUT;

    Chain then(final String name, final Layer layer) {
        m_nodes.add(new Node(name, layer, List.of(m_last)));
        m_last = name;
        return this;
    }

    NetworkSpec build(final ArchitectureInfo architecture, final ImageShape input) {
        try {
            return new NetworkSpec(input, m_nodes);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("Architecture", "must fit images of " + input + " (" + e.getMessage() + ")",
                architecture.label(), "Use images of another size.", "Choose another architecture.");
        }
    }
}
