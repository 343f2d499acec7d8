// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Arrays;

/**
 * How many images of each class there are, and how many of them were predicted right.
 *
 * @param images by class; at least one image in all; shared, not to be modified
 * @param right by class; shared, not to be modified
 */
public record ClassCounts(long[] images, long[] right) {

    /** @return the accuracy */
    public Proportion accuracy() {
        return new Proportion(Arrays.stream(right).sum(), Arrays.stream(images).sum());
    }

    /** The share of the images that are of a class. */
    double share(final int c) {
        return (double)images[c] / Arrays.stream(images).sum();
    }
}
