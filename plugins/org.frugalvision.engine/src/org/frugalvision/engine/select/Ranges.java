// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.stream.IntStream;

/** Lets all cores go through images, range by range, where each image has a place of its own for what comes out. */
final class Ranges {

    /** Fewer images than this would cost more to hand to another core than to compute. */
    private static final int IMAGES = 256;

    private Ranges() {
    }

    /** What is done with some images. */
    @FunctionalInterface
    interface Work {

        /**
         * @param from first index
         * @param to index after the last one
         */
        void apply(int from, int to);
    }

    static void forAll(final int images, final Work work) {
        final int ranges = (images + IMAGES - 1) / IMAGES;
        IntStream.range(0, ranges).parallel()
            .forEach(range -> work.apply(range * IMAGES, Math.min(images, (range + 1) * IMAGES)));
    }
}
