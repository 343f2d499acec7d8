// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Whether a set of points that grows better has settled: the maximum mean discrepancy (kernel exp(-square of the
 * distance)) to each of the last 10 sets is taken; once mean and standard deviation of these have moved by at most 0.01
 * over 10 sets, it has.
 */
final class Settling {

    /** After how many draws a set is looked at. */
    static final int DRAWS = 200;

    private static final int WINDOW = 10;

    private static final double RANGE = 0.01;

    private final Deque<List<double[]>> m_sets = new ArrayDeque<>();

    private final Deque<double[]> m_moments = new ArrayDeque<>();

    /** Looks at the next set. */
    boolean settled(final List<double[]> points) {
        if (!m_sets.isEmpty()) {
            final double[] distances = m_sets.stream().mapToDouble(set -> discrepancy(set, points)).toArray();
            final double mean = Arrays.stream(distances).average().orElseThrow();
            final double variance = Arrays.stream(distances).map(d -> (d - mean) * (d - mean)).average()
                .orElseThrow();
            keep(m_moments, new double[]{mean, Math.sqrt(variance)});
        }
        keep(m_sets, points);
        return m_moments.size() == WINDOW && range(0) <= RANGE && range(1) <= RANGE;
    }

    private static <T> void keep(final Deque<T> window, final T item) {
        if (window.size() == WINDOW) {
            window.removeFirst();
        }
        window.addLast(item);
    }

    private double range(final int moment) {
        return m_moments.stream().mapToDouble(m -> m[moment]).max().orElseThrow()
            - m_moments.stream().mapToDouble(m -> m[moment]).min().orElseThrow();
    }

    static double discrepancy(final List<double[]> a, final List<double[]> b) {
        return Math.sqrt(Math.max(0, mean(a, a) + mean(b, b) - 2 * mean(a, b)));
    }

    private static double mean(final List<double[]> a, final List<double[]> b) {
        return a.stream().flatMapToDouble(x -> b.stream().mapToDouble(
            y -> Math.exp(-((x[0] - y[0]) * (x[0] - y[0]) + (x[1] - y[1]) * (x[1] - y[1]))))).average().orElseThrow();
    }
}
