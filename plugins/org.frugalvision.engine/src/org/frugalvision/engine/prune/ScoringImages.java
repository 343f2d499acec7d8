// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.Seeds;

/** The images that criteria look at. */
final class ScoringImages {

    private ScoringImages() {
    }

    /** So many of a set, drawn at random, in the order of the set. */
    static ImageSet of(final ImageSet images, final int most, final long seed) {
        if (images.size() <= most) {
            return images;
        }
        final int[] order = RandomOrder.of(images.size(), Seeds.of(seed).named("prune-images").generator());
        return images.subset(Arrays.stream(order).limit(most).sorted().toArray());
    }
}
