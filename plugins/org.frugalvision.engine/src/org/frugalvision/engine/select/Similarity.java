// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/** How alike images are, column by column: the whole matrix is never kept. */
interface Similarity {

    /** Number of images. */
    int size();

    /** The similarity of image j with images from .. to - 1, at least 0; called by several threads. */
    void column(int j, int from, int to, double[] similarities);

    /** The similarity of image j with every image, by all cores; equal bits on any number of them. */
    default void column(final int j, final double[] similarities) {
        Ranges.forAll(size(), (from, to) -> column(j, from, to, similarities));
    }

    /** The similarity of image j with itself. */
    double own(int j);

    /** At least the sum of column j, and almost that: so a queue can be filled without computing all columns. */
    double bound(int j);
}
