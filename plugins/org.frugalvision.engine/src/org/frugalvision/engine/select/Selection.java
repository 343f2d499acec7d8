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
 */
public record Selection(int[] indices, double[] scores, double[] weights) {

    /** Refuses arrays of different lengths. */
    public Selection {
        if (indices.length != scores.length || indices.length != weights.length) {
            throw new IllegalArgumentException(
                indices.length + " images, but " + scores.length + " scores and " + weights.length + " weights.");
        }
    }

    /**
     * @param indices their indices in the pool, in order of choice
     * @param scores per chosen image its score
     */
    public Selection(final int[] indices, final double[] scores) {
        this(indices, scores, ones(indices.length));
    }

    private static double[] ones(final int length) {
        final double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
