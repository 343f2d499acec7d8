// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

/** A classic probe with a description in a file. */
public final class DescribedNodeFactory extends ClassicProbeNodeFactory {
    @Override
    public ClassicProbe createNodeModel() {
        return new ClassicProbe(0);
    }
}
