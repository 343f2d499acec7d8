// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets several detectors watch one stream. A detector is told of once when it becomes alarmed, and once more when a
 * warning becomes drift; not again before it was calm. Not thread-safe.
 */
public final class DriftMonitor {

    private final List<Watch> m_watches;

    private final List<DriftEvent> m_events = new ArrayList<>();

    private long m_position;

    private static final class Watch {

        private final DriftDetector m_detector;

        private final Trace m_trace;

        private Level m_level = Level.NONE;

        Watch(final DetectorInfo info, final DriftSettings settings) {
            m_detector = DriftDetectors.create(info.id(), settings);
            m_trace = new Trace(info);
        }
    }

    /**
     * @param detectors ids of detectors
     * @param settings their settings
     * @throws org.frugalvision.engine.run.SettingsException if there is no such detector
     */
    public DriftMonitor(final List<String> detectors, final DriftSettings settings) {
        m_watches = detectors.stream().map(id -> new Watch(DriftDetectors.info(id), settings)).toList();
    }

    /** @param observation of the time when all was well */
    public void learn(final Observation observation) {
        for (final Watch watch : m_watches) {
            if (watch.m_trace.detector().signal().isIn(observation)) {
                watch.m_detector.learn(observation);
            }
        }
    }

    /** @param observation the next one of the time that is watched */
    public void next(final Observation observation) {
        m_position++;
        for (final Watch watch : m_watches) {
            if (watch.m_trace.detector().signal().isIn(observation)) {
                tell(watch, observation.id(), watch.m_detector.next(observation));
            }
        }
    }

    /** @return what was noticed, in the order of the stream; not modifiable */
    public List<DriftEvent> events() {
        return List.copyOf(m_events);
    }

    /** @return what each detector read, in their order; those of detectors that had nothing to say are empty */
    public List<Trace> traces() {
        return m_watches.stream().map(watch -> watch.m_trace).toList();
    }

    private void tell(final Watch watch, final String id, final Optional<Reading> told) {
        if (told.isPresent()) {
            final Reading reading = told.get();
            watch.m_trace.add(m_position, reading);
            if (reading.level().compareTo(watch.m_level) > 0) {
                m_events.add(new DriftEvent(m_position, id, watch.m_trace.detector(), reading));
            }
            watch.m_level = reading.level();
        }
    }
}
