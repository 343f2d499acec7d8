// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

/** A classic probe that makes a table. */
public final class ClassicSourceNodeFactory extends ClassicProbeNodeFactory {
    @Override
    public ClassicProbe createNodeModel() {
        return new ClassicProbe(0);
    }
}
