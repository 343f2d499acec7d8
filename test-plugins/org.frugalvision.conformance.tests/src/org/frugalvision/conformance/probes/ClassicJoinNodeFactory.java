// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

/** A classic probe with two input tables and an output table. */
public final class ClassicJoinNodeFactory extends ClassicProbeNodeFactory {
    @Override
    public ClassicProbe createNodeModel() {
        return new ClassicProbe(2);
    }
}
