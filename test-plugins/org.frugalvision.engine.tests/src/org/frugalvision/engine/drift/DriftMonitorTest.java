// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Several detectors over one stream. */
public final class DriftMonitorTest {

    private static final DetectorInfo INFO = DriftDetectors.infos().get(0);

    @Test
    public void tellsEachAlarmOnceWithItsRow() {
        final var monitor = new DriftMonitor(List.of("prediction-stability"), new DriftSettings(200, 0.002, 20));
        for (int i = 0; i < 400; i++) {
            monitor.learn(predicted("l" + i, i % 2 == 0 ? "a" : "b"));
        }
        for (int i = 0; i < 80; i++) {
            monitor.next(predicted("r" + i, i < 20 || i >= 60 ? i % 2 == 0 ? "a" : "b" : "a"));
        }

        assertEquals(1, monitor.events().size());
        final DriftEvent event = monitor.events().get(0);
        assertEquals("windows of 20: the second and third differ", 40, event.position());
        assertEquals("r39", event.id());
        assertEquals(Level.DRIFT, event.reading().level());
        assertArrayEquals(new double[]{20, 40, 60, 80}, monitor.traces().get(0).positions(), 0);
        assertTrue(monitor.traces().get(0).shares()[1] >= 1 && monitor.traces().get(0).shares()[3] < 1);
    }

    /** A class that the reference never had. */
    @Test
    public void anUnknownClassIsABinOfItsOwn() {
        final var monitor = new DriftMonitor(List.of("prediction-stability"), new DriftSettings(200, 0.002, 20));
        for (int i = 0; i < 400; i++) {
            monitor.learn(predicted("l" + i, "a"));
        }
        for (int i = 0; i < 20; i++) {
            monitor.next(predicted("r" + i, "new"));
        }

        assertEquals(Level.DRIFT, monitor.events().get(0).reading().level());
    }

    @Test
    public void embeddingsThatWereAlwaysTheSameAreLeftOut() {
        final var monitor = new DriftMonitor(List.of("embedding-stability"), new DriftSettings(200, 0.002, 20));
        for (int i = 0; i < 100; i++) {
            monitor.learn(embedded(5, i));
        }
        for (int i = 0; i < 20; i++) {
            monitor.next(embedded(9, 5 * i));
        }

        assertEquals("the first value is no signal, the second has not changed", List.of(), monitor.events());
    }

    /** Neighbors are joined, and the largest of them stays. */
    @Test
    public void aLongTraceKeepsItsPeaks() {
        final var trace = new Trace(INFO);
        for (int i = 1; i <= 100_000; i++) {
            trace.add(i, new Reading(Level.NONE, i == 77_777 ? 3 : 1, 2));
        }

        final double[] positions = trace.positions();
        assertTrue(positions.length + " points", positions.length <= 4000 && positions.length >= 2000);
        double largest = 0;
        for (int i = 0; i < positions.length; i++) {
            assertTrue(i == 0 || positions[i] > positions[i - 1]);
            largest = positions[i] == 77_777 ? trace.shares()[i] : largest;
        }
        assertEquals(1.5, largest, 0);
    }

    @Test
    public void refusesSettingsOutOfRange() {
        assertRefused("\"Rows before DDM speaks\" must be from 30 to 1,000,000, but is 29.",
            none -> new DriftSettings(29, 0.1, 100));
        assertRefused("\"Delta of ADWIN\" must be from 0.000000001 to 0.5, but is NaN.",
            none -> new DriftSettings(30, Double.NaN, 100));
        assertRefused("\"Window (rows)\" must be from 20 to 100,000, but is 19.",
            none -> new DriftSettings(30, 0.1, 19));
        assertTrue(assertThrows(SettingsException.class,
            () -> new DriftMonitor(List.of("crystal-ball"), DriftSettings.DEFAULT)).getMessage()
                .startsWith("\"Detector\" must be one of adwin, "));
        assertThrows(IllegalArgumentException.class, () -> Streams.error(1.5));
        assertThrows(IllegalArgumentException.class, () -> Streams.error(Double.NaN));
    }

    private static void assertRefused(final String message, final Function<Object, DriftSettings> settings) {
        assertEquals(message, assertThrows(SettingsException.class, () -> settings.apply(null)).getMessage());
    }

    private static Observation predicted(final String id, final String prediction) {
        return new Observation(id, OptionalDouble.empty(), Optional.of(prediction), Optional.empty());
    }

    private static Observation embedded(final float... embedding) {
        return new Observation("r", OptionalDouble.empty(), Optional.empty(), Optional.of(embedding));
    }
}
