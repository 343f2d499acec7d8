// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
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
        return open(Folding.fold(network, spec), spec, batchSize, threads);
    }

    /** In single precision, so that scores fit gradients, which are always so. */
    static PreparedNetwork single(final Network network, final NetworkSpec spec, final int batchSize,
        final int threads) {
        return open(Folding.fold(spec, network.weights()), spec, batchSize, threads);
    }

    /** With its dropout, which folding leaves out; in single precision. */
    static PreparedNetwork whole(final Network network, final NetworkSpec spec, final int batchSize,
        final int threads) {
        return open(new Folding.Folded(spec, network.weights()), spec, batchSize, threads);
    }

    private static PreparedNetwork open(final Folding.Folded folded, final NetworkSpec spec, final int batchSize,
        final int threads) {
        final Workers workers = Workers.open(threads);
        try {
            return new PreparedNetwork(workers, replica(folded, workers), batchSize, spec.multiplyAdds());
        } catch (RuntimeException | Error e) {
            workers.close();
            throw e;
        }
    }

    private static Replica replica(final Folding.Folded folded, final Workers workers) {
        final Replica replica = Kernels.open(folded.spec(), folded.eightBits(), workers);
        try {
            replica.setWeights(folded.weights());
            return replica;
        } catch (RuntimeException | Error e) {
            replica.close();
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

    /** Gives the scores, and the {@link NetworkSpec#embedding} if it is wanted. */
    void forward(final ImageSet images, final boolean embeddings, final Replica.Sink sink, final RunControl run)
        throws CanceledException {
        final NetworkSpec spec = m_replica.spec();
        final List<String> nodes = new ArrayList<>(List.of(spec.graph().name(spec.graph().last())));
        if (!embeddings) {
            m_replica.forward(images, m_batchSize, nodes, sink, run);
            return;
        }
        nodes.addAll(spec.embedding());
        m_replica.forward(images, m_batchSize, nodes,
            (first, count, values) -> sink.accept(first, count, new float[][]{values[0], joined(values, count)}), run);
    }

    /** Gives the scores with dropout on. */
    void dropout(final ImageSet images, final long noise, final Replica.Sink sink, final RunControl run)
        throws CanceledException {
        final NetworkSpec spec = m_replica.spec();
        m_replica.forward(images, m_batchSize, List.of(spec.graph().name(spec.graph().last())),
            Replica.Mode.dropout(noise), sink, run);
    }

    /** The network in native memory, to be used under a lease. */
    Replica replica() {
        return m_replica;
    }

    /** For each image the values of all nodes but the first, one after the other. */
    private static float[] joined(final float[][] values, final int images) {
        if (values.length == 2) {
            return values[1];
        }
        final int all = IntStream.range(1, values.length).map(i -> values[i].length).sum();
        final float[] joined = new float[all];
        int at = 0;
        for (int image = 0; image < images; image++) {
            for (int i = 1; i < values.length; i++) {
                final int length = values[i].length / images;
                System.arraycopy(values[i], image * length, joined, at, length);
                at += length;
            }
        }
        return joined;
    }

    @Override
    public void close() {
        m_replica.close();
        m_workers.close();
    }
}
