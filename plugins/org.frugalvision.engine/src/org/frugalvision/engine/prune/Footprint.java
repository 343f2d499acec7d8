// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * What using a network takes.
 *
 * @param parameters stored values
 * @param multiplyAdds of one image
 * @param fileBytes bytes of its file
 * @param single time for one image alone
 * @param batch time for one image in a batch of the size of use
 */
public record Footprint(long parameters, long multiplyAdds, long fileBytes, Latency single, Latency batch) {

    private static final int ROUNDS = 15;

    /**
     * Counts, and measures times in turns. Cost: 15 short passes of noise through all networks, twice.
     *
     * @param networks the networks
     * @param batchSize images of the batch of use, at least 1
     * @param run asked for cancellation
     * @return one for each network
     * @throws CanceledException if the work was canceled
     */
    public static List<Footprint> of(final List<Network> networks, final int batchSize, final RunControl run)
        throws CanceledException {
        run.progress(0, "Measuring times");
        final List<Latency> single = Latency.of(networks, 1, ROUNDS, run);
        final List<Latency> batch = Latency.of(networks, batchSize, ROUNDS, run);
        return IntStream.range(0, networks.size())
            .mapToObj(i -> new Footprint(networks.get(i).spec().parameters(), networks.get(i).spec().multiplyAdds(),
                Quantity.fileBytes(networks.get(i)), single.get(i), batch.get(i))).toList();
    }
}
