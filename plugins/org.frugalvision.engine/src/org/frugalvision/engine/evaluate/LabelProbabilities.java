// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.List;

/**
 * Images that may belong to several classes, or to none.
 *
 * @param classes names of the classes; copied
 * @param truth for each image and class whether the image belongs to it; shared, not to be modified
 * @param probabilities for each image and class how probable that is, 0 to 1; shared, not to be modified
 */
public record LabelProbabilities(List<String> classes, boolean[][] truth, double[][] probabilities) {

    /** Copies the names. */
    public LabelProbabilities {
        classes = List.copyOf(classes);
        if (truth.length != probabilities.length) {
            throw new IllegalArgumentException("There are labels of " + truth.length
                + " images, but probabilities of " + probabilities.length + ".");
        }
    }

    /** @return how many images */
    public int images() {
        return truth.length;
    }

    /** Whether each image belongs to a class. */
    boolean[] truthOf(final int label) {
        final boolean[] column = new boolean[truth.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = truth[i][label];
        }
        return column;
    }

    /** How probable it is of each image that it belongs to a class. */
    double[] probabilitiesOf(final int label) {
        final double[] column = new double[truth.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = probabilities[i][label];
        }
        return column;
    }
}
