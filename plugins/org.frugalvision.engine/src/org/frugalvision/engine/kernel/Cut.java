// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Some images of a batch.
 *
 * @param number of the part
 * @param first index of the first image
 * @param images how many
 */
record Cut(int number, int first, int images) {

    /** Cuts a batch into parts of one size and perhaps a smaller last one, whatever the number of threads. */
    static List<Cut> of(final int images, final int size) {
        final List<Cut> cuts = new ArrayList<>();
        for (int first = 0; first < images; first += size) {
            cuts.add(new Cut(cuts.size(), first, Math.min(size, images - first)));
        }
        return cuts;
    }
}
