// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.parameters.NodeParameters;

/** An element of an array. */
final class Layer implements NodeParameters {
    int m_filters = 8;

    String m_kind = "dense";

    Layer() {
    }

    Layer(final int filters) {
        m_filters = filters;
    }
}
