// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** A window that is as long as nothing changes. */
public final class AdwinTest {

    private static final int CHANGE = 500;

    /**
     * The stream of a digit classifier: 6.7 % errors, from row 500 on 87 % as the images are turned. 40 streams: at most
     * one false alarm, no miss, the alarm within 60 rows.
     */
    @Test
    public void noticesTurnedImages() {
        int falseAlarms = 0;
        for (int seed = 0; seed < 40; seed++) {
            final List<Integer> alarms = alarms(Cut.BERNSTEIN, seed, 0.067, 0.87);
            falseAlarms += alarms.stream().anyMatch(row -> row < CHANGE) ? 1 : 0;
            final int noticed = alarms.stream().filter(row -> row >= CHANGE).findFirst().orElse(Integer.MAX_VALUE);
            assertTrue("seed " + seed + ": " + noticed, noticed <= CHANGE + 60);
        }
        assertTrue(falseAlarms + " false alarms", falseAlarms <= 1);
    }

    /** Fewer errors shorten the window, but are no reason to act. */
    @Test
    public void fewerErrorsAreNoDrift() {
        assertEquals(List.of(), alarms(Cut.BERNSTEIN, 1, 0.87, 0.067));
    }

    /** ... and what comes after is compared with the fewer ones: from 90 % down to 5 %, then up to 60 %. */
    @Test
    public void theWindowFollowsFewerErrors() {
        final Adwin adwin = new Adwin(DriftSettings.DEFAULT, Cut.BERNSTEIN);
        final var random = Seeds.of(3).named("errors").generator();
        boolean noticed = false;
        for (int i = 0; i < 1200; i++) {
            final double rate = i < 500 ? 0.9 : i < 1000 ? 0.05 : 0.6;
            final Optional<Reading> reading = adwin.next(Streams.error(random.nextDouble() < rate ? 1 : 0));
            noticed |= reading.filter(told -> told.level() == Level.DRIFT).isPresent();
        }
        assertTrue(noticed);
    }

    @Test
    public void hoeffdingNeedsALargerChange() {
        for (int seed = 0; seed < 3; seed++) {
            final List<Integer> bernstein = alarms(Cut.BERNSTEIN, seed, 0.02, 0.35);
            final List<Integer> hoeffding = alarms(Cut.HOEFFDING, seed, 0.02, 0.35);
            assertTrue("seed " + seed, hoeffding.isEmpty() || bernstein.get(0) <= hoeffding.get(0));
        }
    }

    @Test
    public void alarmsStopWhenTheOldRowsAreForgotten() {
        final List<Integer> alarms = alarms(Cut.BERNSTEIN, 5, 0.067, 0.87);

        assertTrue(alarms.toString(), alarms.size() <= 3 && alarms.get(alarms.size() - 1) < CHANGE + 100);
    }

    private static List<Integer> alarms(final Cut cut, final long seed, final double before, final double after) {
        final Adwin adwin = new Adwin(DriftSettings.DEFAULT, cut);
        final var random = Seeds.of(seed).named("errors").generator();
        final List<Integer> alarms = new ArrayList<>();
        for (int i = 0; i < 2 * CHANGE; i++) {
            final double rate = i < CHANGE ? before : after;
            if (adwin.next(Streams.error(random.nextDouble() < rate ? 1 : 0))
                .filter(reading -> reading.level() == Level.DRIFT).isPresent()) {
                alarms.add(i);
            }
        }
        return alarms;
    }
}
