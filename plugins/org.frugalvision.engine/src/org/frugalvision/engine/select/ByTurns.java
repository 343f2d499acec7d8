// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Groups that take turns: larger ones first (ties: lowest number), each with its best image (ties: lowest index). */
final class ByTurns {

    private ByTurns() {
    }

    /**
     * @param groups for each image the number of its group
     * @param scores for each image; the highest of a group comes first
     */
    static Selection choose(final int[] groups, final double[] scores, final int budget) {
        final int[][] members = ClassMembers.of(groups);
        final int[][] order = Arrays.stream(members).filter(group -> group.length > 0)
            .sorted((a, b) -> Integer.compare(b.length, a.length))
            .map(group -> IntStream.of(group).boxed().sorted((i, j) -> Double.compare(scores[j], scores[i]))
                .mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
        final int[] indices = new int[budget];
        int taken = 0;
        for (int turn = 0; taken < budget; turn++) {
            for (int group = 0; group < order.length && taken < budget; group++) {
                if (turn < order[group].length) {
                    indices[taken++] = order[group][turn];
                }
            }
        }
        return new Selection(indices, IntStream.of(indices).mapToDouble(i -> scores[i]).toArray());
    }
}
