// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.Graph;

/**
 * Some images of a batch.
 *
 * @param number of the part
 * @param first index of the first image
 * @param images how many
 */
record Cut(int number, int first, int images) {

    private static final int LEAST = 8;

    private static final int MOST_PARTS = 32;

    private static final int FEWEST = 4;

    private static final int MOST = 64;

    private static final long MAPS_PER_WEIGHT = 8;

    /**
     * Images of a part of a batch that is trained with. Larger parts than 8 are hardly faster (docs/decisions/0018),
     * and so a batch of 64 keeps eight cores busy; but as each part has gradients of its own by all weights, there are
     * at most 32.
     */
    static int size(final int images) {
        return Math.max(LEAST, (images - 1) / MOST_PARTS + 1);
    }

    /**
     * Images of a part of which nothing but outputs is wanted. The maps of few images stay in the caches of a core, the
     * weights of a layer are read for many images at once: so there are as many as make the weights an eighth of the
     * maps, between 4 and 64.
     */
    static int applied(final Graph graph) {
        long maps = 0;
        for (int place = 0; place <= graph.last(); place++) {
            maps += graph.shape(place).size();
        }
        return (int)Math.max(FEWEST, Math.min(MOST, MAPS_PER_WEIGHT * graph.parameters() / maps));
    }

    /** Cuts a batch into parts of one size and perhaps a smaller last one, whatever the number of threads. */
    static List<Cut> of(final int images, final int size) {
        final List<Cut> cuts = new ArrayList<>();
        for (int first = 0; first < images; first += size) {
            cuts.add(new Cut(cuts.size(), first, Math.min(size, images - first)));
        }
        return cuts;
    }
}
