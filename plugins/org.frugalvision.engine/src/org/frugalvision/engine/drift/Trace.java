// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * What a detector read over time, as shares of its threshold: 1 is drift. Of long streams neighbors are joined, of
 * which the larger one stays, so that memory stays small and no alarm is lost.
 */
public final class Trace {

    private static final int MOST_POINTS = 4000;

    private final DetectorInfo m_detector;

    private final List<double[]> m_points = new ArrayList<>();

    private int m_joined = 1;

    private int m_pending;

    Trace(final DetectorInfo detector) {
        m_detector = detector;
    }

    void add(final long position, final Reading reading) {
        final double[] point = {position, reading.value() / reading.threshold()};
        if (m_pending > 0) {
            join(m_points.size() - 1, point);
        } else {
            m_points.add(point);
        }
        m_pending = (m_pending + 1) % m_joined;
        if (m_points.size() == MOST_POINTS && m_pending == 0) {
            halve();
        }
    }

    /** @return the detector */
    public DetectorInfo detector() {
        return m_detector;
    }

    /** @return positions, ascending; a new array */
    public double[] positions() {
        return m_points.stream().mapToDouble(point -> point[0]).toArray();
    }

    /** @return shares of the threshold, at least 0; a new array */
    public double[] shares() {
        return m_points.stream().mapToDouble(point -> point[1]).toArray();
    }

    private void halve() {
        final List<double[]> pairs = new ArrayList<>(m_points);
        m_points.clear();
        for (int i = 0; i < pairs.size(); i += 2) {
            m_points.add(pairs.get(i));
            join(m_points.size() - 1, pairs.get(i + 1));
        }
        m_joined *= 2;
    }

    private void join(final int place, final double[] point) {
        if (point[1] > m_points.get(place)[1]) {
            m_points.set(place, point);
        }
    }
}
