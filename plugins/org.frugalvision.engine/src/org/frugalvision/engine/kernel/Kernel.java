// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Locale;
import java.util.function.BiFunction;

import org.frugalvision.engine.network.Graph;

/** What computes the layers of networks. */
enum Kernel {

    /** oneDNN, called directly. */
    ONEDNN(OnednnLibrary::new),

    /** ND4J, always in single precision. */
    ND4J((graph, eightBits) -> new Nd4jLibrary(graph));

    private final BiFunction<Graph, EightBits, Library> m_library;

    Kernel(final BiFunction<Graph, EightBits, Library> library) {
        m_library = library;
    }

    /** The name in settings. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** To be called by a thread that computes alone. */
    Library open(final Graph graph, final EightBits eightBits) {
        return m_library.apply(graph, eightBits);
    }
}
