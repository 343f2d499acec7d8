// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.parameters.NodeParameters;

/** Parameters that cannot be created. */
final class ThrowingParameters implements NodeParameters {
    int m_number = 1;

    ThrowingParameters() {
        throw new IllegalStateException("asked to break");
    }
}
