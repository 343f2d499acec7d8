// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/**
 * The chosen images.
 *
 * @param indices their indices in the pool, in order of choice; shared, not to be modified
 * @param scores per chosen image what {@link SelectorInfo#score()} says; shared, not to be modified
 */
public record Selection(int[] indices, double[] scores) {

    /** Refuses arrays of different lengths. */
    public Selection {
        if (indices.length != scores.length) {
            throw new IllegalArgumentException(indices.length + " images, but " + scores.length + " scores.");
        }
    }
}
