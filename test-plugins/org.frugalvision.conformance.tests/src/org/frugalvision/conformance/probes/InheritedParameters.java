// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.node.parameters.NodeParameters;

/** The fields that come first. */
abstract class InheritedParameters implements NodeParameters {
    int m_first = 1;
}
