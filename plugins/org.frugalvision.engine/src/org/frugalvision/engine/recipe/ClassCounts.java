// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Arrays;

/** How many training images each class has. */
final class ClassCounts {

    private ClassCounts() {
    }

    /** @return images of each class; a class without images counts as one of a single image */
    static double[] of(final int[] labels, final int classes) {
        final double[] counts = new double[classes];
        for (final int label : labels) {
            counts[label]++;
        }
        return Arrays.stream(counts).map(count -> Math.max(1, count)).toArray();
    }
}
