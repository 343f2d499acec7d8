// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;

/** Which images belong to which class. */
final class ClassMembers {

    private ClassMembers() {
    }

    /**
     * Per class 0..max the indices of its images, ascending; none for a class without images. Cost: O(images +
     * classes).
     */
    static int[][] of(final int[] labels) {
        final var counts = new int[Arrays.stream(labels).max().orElse(-1) + 1];
        for (final int label : labels) {
            counts[label]++;
        }
        final var members = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = labels.length - 1; i >= 0; i--) {
            members[labels[i]][--counts[labels[i]]] = i;
        }
        return members;
    }
}
