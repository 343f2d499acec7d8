// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

/** A classic probe with an input and an output table. */
public final class ClassicPassNodeFactory extends ClassicProbeNodeFactory {
    @Override
    public ClassicProbe createNodeModel() {
        return new ClassicProbe(1);
    }
}
