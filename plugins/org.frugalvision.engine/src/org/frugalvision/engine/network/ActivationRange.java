// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/**
 * Between which values the outputs of a node lie, as far as images have shown.
 *
 * @param node its name
 * @param least lower end
 * @param most upper end, at least {@code least}
 */
public record ActivationRange(String node, float least, float most) {

    /** Refuses ends that are not finite or the wrong way round. */
    public ActivationRange {
        if (!Float.isFinite(least) || !Float.isFinite(most) || least > most) {
            throw new IllegalArgumentException("the outputs of node \"%s\" cannot lie between %s and %s"
                .formatted(node, least, most));
        }
    }

    /** @return whether some of the values are below 0 */
    public boolean signed() {
        return least < 0;
    }

    /** @return the largest distance from 0 */
    public float reach() {
        return Math.max(Math.abs(least), Math.abs(most));
    }
}
