// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/**
 * A network in native memory, ready for images of one shape.
 *
 * @param replicas hold its folded weights
 * @param batchSize images per batch
 * @param multiplyAdds of one image
 */
record PreparedNetwork(Replicas replicas, int batchSize, long multiplyAdds) {

    static PreparedNetwork open(final Network network, final NetworkSpec spec, final int batchSize,
        final int threads) {
        final Folding.Folded folded = Folding.fold(spec, network.weights());
        final Replicas replicas = Replicas.open(folded.spec(), threads);
        try {
            replicas.setWeights(folded.weights());
        } catch (RuntimeException e) {
            replicas.close();
            throw e;
        }
        return new PreparedNetwork(replicas, batchSize, spec.multiplyAdds());
    }

    void close() {
        replicas.close();
    }
}
