// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

/**
 * The chosen images.
 *
 * @param indices their indices in the pool, in order of choice; shared, not to be modified
 * @param scores per chosen image what {@link SelectorInfo#score()} says; shared, not to be modified
 * @param weights per chosen image how many images of the pool it stands for, finite and not negative; 1 unless the
 *   method gives weights; shared, not to be modified
 * @param suggestions per chosen image the class that its label should be, -1 where the method suggests none; shared,
 *   not to be modified
 */
public record Selection(int[] indices, double[] scores, double[] weights, int[] suggestions) {

    /** Refuses arrays of different lengths. */
    public Selection {
        if (indices.length != scores.length || indices.length != weights.length
            || indices.length != suggestions.length) {
            throw new IllegalArgumentException(indices.length + " images, but " + scores.length + " scores, "
                + weights.length + " weights and " + suggestions.length + " suggestions.");
        }
    }

    /**
     * @param indices their indices in the pool, in order of choice
     * @param scores per chosen image its score
     * @param weights per chosen image its weight
     */
    public Selection(final int[] indices, final double[] scores, final double[] weights) {
        this(indices, scores, weights, none(indices.length));
    }

    /**
     * @param indices their indices in the pool, in order of choice
     * @param scores per chosen image its score
     */
    public Selection(final int[] indices, final double[] scores) {
        this(indices, scores, ones(indices.length));
    }

    Selection suggesting(final int[] classes) {
        return new Selection(indices, scores, weights, classes);
    }

    private static int[] none(final int length) {
        final int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }

    private static double[] ones(final int length) {
        final double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
