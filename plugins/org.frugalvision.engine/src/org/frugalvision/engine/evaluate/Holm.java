// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes up for testing several times: among many p values some are small by chance (Holm 1979,
 * https://www.jstor.org/stable/4615733).
 */
public final class Holm {

    private Holm() {
    }

    /**
     * The smallest p times the number of tests, the next times one less, and so on, none smaller than the one before
     * and none above 1. Below 0.05 they are wrong together in at most 5 of 100 cases. Cost: O(n log n).
     *
     * @param p of each test, in [0,1]; only read
     * @return adjusted p of each test, in the same order
     */
    public static double[] adjusted(final double... p) {
        final List<Integer> order =
            IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> p[i])).toList();
        final double[] adjusted = new double[p.length];
        double least = 0;
        for (int i = 0; i < p.length; i++) {
            least = Math.max(least, Math.min(1, (p.length - i) * p[order.get(i)]));
            adjusted[order.get(i)] = least;
        }
        return adjusted;
    }
}
