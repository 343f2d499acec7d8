// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/** How alike the images of a pool and other images are, one by one: no matrix is kept. */
interface CrossSimilarity {

    /** Number of images of the pool. */
    int images();

    /** Number of other images. */
    int others();

    /** At least 0; called by several threads. */
    double of(int image, int other);

    /** For each image its similarity to the nearest of the others; 0 if there are none. */
    default double[] highest() {
        final double[] highest = new double[images()];
        Ranges.forAll(highest.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < others(); j++) {
                    highest[i] = Math.max(highest[i], of(i, j));
                }
            }
        });
        return highest;
    }

    /** For each image the sum of its similarities to all others. */
    default double[] sums() {
        final double[] sums = new double[images()];
        Ranges.forAll(sums.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                for (int j = 0; j < others(); j++) {
                    sums[i] += of(i, j);
                }
            }
        });
        return sums;
    }
}
