// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares how often each class is predicted within a window of rows with how often it was when all was well, one
 * window after the other. O(1) per row and O(classes) per window.
 */
final class PredictionStability implements DriftDetector {

    static final DetectorInfo INFO = new DetectorInfo("prediction-stability", "Population stability of predictions",
        "Speaks when the shares of the predicted classes in a window of rows are not those of the reference.",
        "Yurdakul 2018, Statistical properties of population stability index",
        "Needs no labels: no false alarm in 40 calm streams, told within a window of 100 rows of every change that "
            + "moved the "
            + "classes (DriftBench). Blind to changes that do not, such as images half as bright: missed in 30 of 30.",
        Signal.PREDICTION);

    private final int m_window;

    private final TreeMap<String, Long> m_reference = new TreeMap<>();

    private final TreeMap<String, Long> m_current = new TreeMap<>();

    private int m_rows;

    PredictionStability(final DriftSettings settings) {
        m_window = settings.window();
    }

    @Override
    public void learn(final Observation observation) {
        m_reference.merge(observation.prediction().get(), 1L, Long::sum);
    }

    @Override
    public Optional<Reading> next(final Observation observation) {
        m_current.merge(observation.prediction().get(), 1L, Long::sum);
        m_rows++;
        if (m_rows < m_window || m_reference.isEmpty()) {
            return Optional.empty();
        }
        final Set<String> classes = new TreeSet<>(m_reference.keySet());
        classes.addAll(m_current.keySet());
        final Reading reading = Population.reading(counts(m_reference, classes), counts(m_current, classes), 1);
        m_current.clear();
        m_rows = 0;
        return Optional.of(reading);
    }

    private static long[] counts(final TreeMap<String, Long> counts, final Set<String> classes) {
        return classes.stream().mapToLong(name -> counts.getOrDefault(name, 0L)).toArray();
    }
}
