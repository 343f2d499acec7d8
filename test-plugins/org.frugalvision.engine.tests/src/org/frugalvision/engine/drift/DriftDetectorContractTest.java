// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What every registered detector promises. */
@RunWith(Parameterized.class)
public final class DriftDetectorContractTest {

    private static final int LEARNED = 300;

    private static final int CHANGE = 900;

    private static final int END = 1800;

    private final String m_id;

    public DriftDetectorContractTest(final String id) {
        m_id = id;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> detectors() {
        return DriftDetectors.infos().stream().map(info -> new Object[]{info.id()}).toList();
    }

    @Test
    public void tellsAboutItself() {
        final DetectorInfo info = DriftDetectors.info(m_id);

        assertFalse(info.label().isBlank() || info.summary().isBlank() || info.paper().isBlank()
            || info.verdict().isBlank());
        assertTrue(info.summary(), info.summary().endsWith("."));
        assertTrue(info.verdict(), info.verdict().endsWith(".") && info.verdict().matches("(?s).*\\d.*"));
        assertNotSame(DriftDetectors.create(m_id, DriftSettings.DEFAULT),
            DriftDetectors.create(m_id, DriftSettings.DEFAULT));
    }

    @Test
    public void saysTheSameOfTheSameStream() {
        assertEquals(readings(Streams.of(END, 1, row -> row < CHANGE ? 0 : 1)),
            readings(Streams.of(END, 1, row -> row < CHANGE ? 0 : 1)));
    }

    @Test
    public void noticesALargeChangeAndNothingBeforeIt() {
        for (int seed = 0; seed < 3; seed++) {
            final List<Long> drifts = drifts(Streams.of(END, seed, row -> row < CHANGE ? 0 : 1));
            assertFalse(m_id + ", seed " + seed, drifts.isEmpty());
            assertTrue(m_id + ", seed " + seed + ": " + drifts, drifts.get(0) > CHANGE - LEARNED);
            assertTrue(m_id + ", seed " + seed + ": " + drifts, drifts.get(0) <= CHANGE - LEARNED + 300);
        }
    }

    /** After an alarm a detector forgets what was before, or says so once for as long as it lasts. */
    @Test
    public void doesNotRepeatItsAlarmRowByRow() {
        final List<Long> drifts = drifts(Streams.of(END, 1, row -> row < CHANGE ? 0 : 1));

        assertTrue(drifts.toString(), drifts.size() <= 3);
    }

    @Test
    public void aStreamThatNeverChangesIsNoDrift() {
        final List<Observation> stream = new ArrayList<>();
        for (int i = 0; i < END; i++) {
            stream.add(
                new Observation("r" + i, OptionalDouble.of(0.25), Optional.of("a"), Optional.of(new float[]{1, 2})));
        }

        assertEquals(List.of(), drifts(stream));
    }

    @Test
    public void readingsAreNumbersOfWhichLevelsFollow() {
        for (final Reading reading : readings(Streams.of(END, 2, row -> row < CHANGE ? 0 : 1))) {
            assertTrue(reading.toString(), reading.value() >= 0 && reading.value() < Double.POSITIVE_INFINITY);
            assertTrue(reading.toString(), reading.threshold() > 0);
            assertEquals(reading.toString(), reading.value() >= reading.threshold(),
                reading.level() == Level.DRIFT);
        }
    }

    @Test
    public void takesAnEmptyReferenceAndAShortStream() {
        final DriftDetector detector = DriftDetectors.create(m_id, DriftSettings.DEFAULT);

        for (final Observation observation : Streams.of(30, 1, row -> 0)) {
            assertEquals(Optional.empty(), detector.next(observation));
        }
    }

    @Test
    public void whatLacksTheSignalChangesNothing() {
        final var monitor = new DriftMonitor(List.of(m_id), DriftSettings.DEFAULT);
        final var nothing =
            new Observation("r", OptionalDouble.empty(), Optional.empty(), Optional.empty());
        for (int i = 0; i < 500; i++) {
            monitor.learn(nothing);
            monitor.next(nothing);
        }

        assertEquals(List.of(), monitor.events());
        assertEquals(0, monitor.traces().get(0).positions().length);
    }

    private List<Long> drifts(final List<Observation> stream) {
        final var monitor = new DriftMonitor(List.of(m_id), DriftSettings.DEFAULT);
        stream.subList(0, LEARNED).forEach(monitor::learn);
        stream.subList(LEARNED, stream.size()).forEach(monitor::next);
        return monitor.events().stream().filter(event -> event.reading().level() == Level.DRIFT)
            .map(DriftEvent::position).toList();
    }

    private List<Reading> readings(final List<Observation> stream) {
        final DriftDetector detector = DriftDetectors.create(m_id, DriftSettings.DEFAULT);
        stream.subList(0, LEARNED).forEach(detector::learn);
        return stream.subList(LEARNED, stream.size()).stream().flatMap(row -> detector.next(row).stream()).toList();
    }
}
