// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Images in one order, and the batches that they are cut into. */
final class Portions {

    private Portions() {
    }

    /** @return batches of so many images each, the last one of what is left */
    static List<int[]> of(final int[] images, final int size) {
        final List<int[]> batches = new ArrayList<>();
        for (int from = 0; from < images.length; from += size) {
            batches.add(Arrays.copyOfRange(images, from, Math.min(images.length, from + size)));
        }
        return batches;
    }

    /** @return the images of all batches, one after the other */
    static int[] joined(final List<int[]> batches) {
        return batches.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
