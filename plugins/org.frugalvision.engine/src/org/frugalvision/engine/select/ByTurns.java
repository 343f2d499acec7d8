// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Groups that take turns: that with the fewest images chosen so far is next, larger ones first (ties: lowest number),
 * each with its best image (ties: lowest index). Cost: O(budget x groups + images log images).
 */
final class ByTurns {

    private ByTurns() {
    }

    /**
     * @param groups for each image the number of its group
     * @param before for each group how many of its images were chosen before, beside those of {@code groups}
     * @param scores for each image; the highest of a group comes first
     */
    static Selection choose(final int[] groups, final int[] before, final double[] scores, final int budget) {
        final int[][] order = Arrays.stream(ClassMembers.of(groups))
            .map(group -> IntStream.of(group).boxed().sorted((i, j) -> Double.compare(scores[j], scores[i]))
                .mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
        final int[] taken = new int[order.length];
        final int[] indices = new int[budget];
        for (int k = 0; k < budget; k++) {
            int next = -1;
            for (int group = 0; group < order.length; group++) {
                if (taken[group] < order[group].length && (next < 0 || precedes(order, before, taken, group, next))) {
                    next = group;
                }
            }
            indices[k] = order[next][taken[next]++];
        }
        return new Selection(indices, IntStream.of(indices).mapToDouble(i -> scores[i]).toArray());
    }

    private static boolean precedes(final int[][] order, final int[] before, final int[] taken, final int a,
        final int b) {
        final int chosen = Integer.compare(before[a] + taken[a], before[b] + taken[b]);
        return chosen < 0 || chosen == 0 && before[a] + order[a].length > before[b] + order[b].length;
    }
}
