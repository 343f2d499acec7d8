// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Locale;
import java.util.function.Function;

import org.frugalvision.engine.network.Graph;

/** What computes the layers of networks. */
enum Kernel {

    /** oneDNN, called directly. */
    ONEDNN(OnednnLibrary::new),

    /** ND4J. */
    ND4J(Nd4jLibrary::new);

    private final Function<Graph, Library> m_library;

    Kernel(final Function<Graph, Library> library) {
        m_library = library;
    }

    /** The name in settings. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** To be called by a thread that computes alone. */
    Library open(final Graph graph) {
        return m_library.apply(graph);
    }
}
