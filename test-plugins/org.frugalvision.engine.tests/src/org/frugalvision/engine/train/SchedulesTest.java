// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Learning rates over the course of a training of 10 epochs of 100 updates. */
public final class SchedulesTest {

    @Test
    public void idsAreStable() {
        assertEquals(List.of("constant", "step", "cosine", "one-cycle", "cyclical"),
            Schedules.infos().stream().map(ScheduleInfo::id).toList());
    }

    @Test
    public void constantStays() {
        assertRates("constant", 0, 2, 2, 2);
    }

    @Test
    public void stepsEveryFewEpochs() {
        final RateOverTime rate = rate(schedule("step", 0, 3, 0.5));

        assertEquals(2, at(rate, 300), 1e-12);
        assertEquals(1, at(rate, 301), 1e-12);
        assertEquals(0.25, at(rate, 1000), 1e-12);
    }

    @Test
    public void cosineEndsAtZero() {
        assertRates("cosine", 0, 2, 1, 4.934796e-6);
    }

    @Test
    public void oneCycleRisesAndFalls() {
        final RateOverTime rate = rate(schedule("one-cycle", 0));

        assertEquals(2.0 / 25, at(rate, 1), 1e-12);
        assertEquals(2 * (1 + 1.0 / 25) / 2, at(rate, 151), 2e-3);
        assertEquals(2, at(rate, 301), 1e-5);
        assertEquals(2 * (1 + 1.0 / 250_000) / 2, at(rate, 651), 4e-3);
        assertEquals(2.0 / 250_000, at(rate, 1000), 1e-12);
    }

    /** Half an epoch of 100 updates: 50 steps of 0.04. */
    @Test
    public void warmUpRisesInEqualSteps() {
        final RateOverTime rate = rate(schedule("constant", 0.5));

        assertEquals(0.04, at(rate, 1), 1e-12);
        assertEquals(1, at(rate, 25), 1e-12);
        assertEquals(2, at(rate, 50), 1e-12);
        assertEquals(2, at(rate, 51), 1e-12);
    }

    /** A rate of 0.1 for batches of 32, at eight times the batch: 0.8, in 50 steps of 0.016 (001-03, Unit). */
    @Test
    public void warmUpReachesTheRateOfALargeBatch() {
        final RateOverTime rate = new RateOverTime(new TrainingSettings(10, 256, 8 * 0.1, 0, true, 1,
            UpdaterSettings.DEFAULT, schedule("constant", 0.5), ClassWeights.NONE, StoppingSettings.DEFAULT));

        assertEquals(0.016, at(rate, 1), 1e-12);
        assertEquals(0.4, at(rate, 25), 1e-12);
        assertEquals(0.8, at(rate, 50), 1e-12);
    }

    @Test
    public void refusesWhatCannotBe() {
        assertRefused("\"Schedule\" must be one of constant, step, cosine, one-cycle, cyclical, but is \"poly\".",
            () -> schedule("poly", 0));
        assertRefused("\"Warm-up epochs\" must be between 0 and 1,000, but is -1.", () -> schedule("step", -1));
        assertRefused("\"Epochs per step\" must be between 1 and 10,000, but is 0.", () -> schedule("step", 0, 0, 1));
        assertRefused("\"Factor per step\" must be greater than 0 and at most 1, but is 1.1.", 
            () -> schedule("step", 0, 1, 1.1));
    }

    /** From 0.001 to 0.006 in four epochs: the cycle of the specification. */
    @Test
    public void cyclicalGoesUpAndDownAlongStraightLines() {
        final RateOverTime rate = new RateOverTime(new TrainingSettings(10, 64, 0.006, 0, true, 1,
            UpdaterSettings.DEFAULT, cyclical(1 / 6.0, 4), ClassWeights.NONE, StoppingSettings.DEFAULT));
        final double[] wanted = {0.001, 0.00225, 0.0035, 0.00475, 0.006, 0.00475, 0.0035, 0.00225, 0.001};
        for (int t = 0; t < wanted.length; t++) {
            assertEquals(wanted[t], rate.at(t, 0.01), 1e-12);
            assertEquals(wanted[t], rate.at(t + 8, 0.01), 1e-12);
        }
    }

    @Test
    public void cyclicalRefusesWhatCannotBe() {
        assertRefused("\"Lowest rate\" must be greater than 0 and at most 1, but is 0.", () -> cyclical(0, 4));
        assertRefused("\"Epochs of half a cycle\" must be greater than 0 and at most 10,000, but is 0.",
            () -> cyclical(0.1, 0));
    }

    private static ScheduleSettings cyclical(final double lowest, final double halfCycle) {
        return new ScheduleSettings(new Choice("cyclical",
            Map.of("lowest", Double.toString(lowest), "halfCycle", Double.toString(halfCycle))), 0);
    }

    /** However few updates there are, the last one has the end value. */
    @Test
    public void oneCycleComesToItsEnd() {
        for (final int updates : new int[]{2, 3, 7, 1000}) {
            final double update = 10.0 / updates;

            assertEquals(2.0 / 250_000, rate(schedule("one-cycle", 0)).at(10 - update, update), 1e-12);
        }
        assertEquals(2.0 / 25, rate(schedule("one-cycle", 0)).at(0, 10), 1e-12);
    }

    private static ScheduleSettings schedule(final String id, final double warmUp) {
        return new ScheduleSettings(Choice.of(id), warmUp);
    }

    private static ScheduleSettings schedule(final String id, final double warmUp, final int epochs,
        final double factor) {
        return new ScheduleSettings(
            new Choice(id, Map.of("epochs", Integer.toString(epochs), "factor", Double.toString(factor))), warmUp);
    }

    private static void assertRefused(final String message, final ThrowingRunnable settings) {
        assertEquals(message, assertThrows(SettingsException.class, settings).getMessage());
    }

    private static void assertRates(final String schedule, final double warmUp, final double first,
        final double middle, final double last) {
        final RateOverTime rate = rate(schedule(schedule, warmUp));
        assertEquals(first, at(rate, 1), 1e-9);
        assertEquals(middle, at(rate, 501), 1e-9);
        assertEquals(last, at(rate, 1000), 1e-9);
    }

    private static RateOverTime rate(final ScheduleSettings schedule) {
        return new RateOverTime(new TrainingSettings(10, 64, 2, 0, true, 1, UpdaterSettings.DEFAULT, schedule,
            ClassWeights.NONE, StoppingSettings.DEFAULT));
    }

    private static double at(final RateOverTime rate, final int update) {
        return rate.at((update - 1) / 100.0, 0.01);
    }
}
