// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Of things with two values, both better if higher: those that no other is as good as in both and better in one. */
final class ParetoFront {

    private ParetoFront() {
    }

    /** The indices of the front among the candidates, ascending; equal things are all part of it. Cost: O(n log n). */
    static int[] of(final double[] first, final double[] second, final int[] candidates) {
        final int[] order = IntStream.of(candidates).boxed()
            .sorted((a, b) -> first[a] != first[b] ? Double.compare(first[b], first[a])
                : second[a] != second[b] ? Double.compare(second[b], second[a]) : Integer.compare(a, b))
            .mapToInt(Integer::intValue).toArray();
        final List<Integer> front = new ArrayList<>();
        int best = -1;
        for (final int i : order) {
            if (best < 0 || second[i] > second[best] || second[i] == second[best] && first[i] == first[best]) {
                front.add(i);
                best = i;
            }
        }
        return front.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Front after front, until there are as many or all. */
    static int[] peeled(final double[] first, final double[] second, final int wanted) {
        int[] left = IntStream.range(0, first.length).toArray();
        final List<int[]> fronts = new ArrayList<>();
        for (int count = 0; count < wanted && left.length > 0;) {
            final int[] front = of(first, second, left);
            fronts.add(front);
            count += front.length;
            final boolean[] gone = new boolean[first.length];
            Arrays.stream(front).forEach(i -> gone[i] = true);
            left = Arrays.stream(left).filter(i -> !gone[i]).toArray();
        }
        return fronts.stream().flatMapToInt(Arrays::stream).toArray();
    }
}
