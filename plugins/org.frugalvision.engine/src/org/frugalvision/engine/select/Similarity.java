// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/** How alike images are, column by column: the whole matrix is never kept. */
interface Similarity {

    /** Number of images. */
    int size();

    /** The similarity of image j with every image, at least 0. */
    void column(int j, double[] similarities);

    /** The similarity of image j with itself. */
    double own(int j);

    /** At least the sum of column j, and almost that: so a queue can be filled without computing all columns. */
    double bound(int j);
}
