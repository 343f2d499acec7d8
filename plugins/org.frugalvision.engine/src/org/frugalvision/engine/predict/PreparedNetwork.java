// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.List;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/** A network in native memory, folded, ready for images of one shape. */
final class PreparedNetwork implements AutoCloseable {

    private final Workers m_workers;

    private final Replica m_replica;

    private final int m_batchSize;

    private final long m_multiplyAdds;

    private PreparedNetwork(final Workers workers, final Replica replica, final int batchSize,
        final long multiplyAdds) {
        m_workers = workers;
        m_replica = replica;
        m_batchSize = batchSize;
        m_multiplyAdds = multiplyAdds;
    }

    static PreparedNetwork open(final Network network, final NetworkSpec spec, final int batchSize,
        final int threads) {
        final Folding.Folded folded = Folding.fold(spec, network.weights());
        final Workers workers = Workers.open(threads);
        try {
            final Replica replica = Kernels.open(folded.spec(), workers);
            replica.setWeights(folded.weights());
            return new PreparedNetwork(workers, replica, batchSize, spec.multiplyAdds());
        } catch (RuntimeException e) {
            workers.close();
            throw e;
        }
    }

    int threads() {
        return m_workers.count();
    }

    /** Of one image. */
    long multiplyAdds() {
        return m_multiplyAdds;
    }

    /** Gives the scores, and the values that enter the last layer if they are wanted. */
    void forward(final ImageSet images, final boolean embeddings, final Replica.Sink sink, final RunControl run)
        throws CanceledException {
        final List<Node> nodes = m_replica.spec().nodes();
        final Node last = nodes.get(nodes.size() - 1);
        m_replica.forward(images, m_batchSize,
            embeddings ? List.of(last.name(), last.inputs().get(0)) : List.of(last.name()), sink, run);
    }

    @Override
    public void close() {
        m_replica.close();
        m_workers.close();
    }
}
