// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.NetworkSpec;

/** Opens networks for computing. */
public final class Kernels {

    private Kernels() {
    }

    public static Replica open(final NetworkSpec spec, final Workers workers) {
        return open(spec, workers, Kernel.ONEDNN);
    }

    static Replica open(final NetworkSpec spec, final Workers workers, final Kernel kernel) {
        final Graph graph = spec.graph();
        return new GraphReplica(spec, workers, workers.one(index -> kernel.open(graph)));
    }
}
