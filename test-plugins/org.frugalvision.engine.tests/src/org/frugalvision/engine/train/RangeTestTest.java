// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** The search for a learning rate. */
public final class RangeTestTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(1, 10, 1, 3, true, 2,
        new UpdaterSettings(Choice.of("sgd"), 0, 0), ScheduleSettings.DEFAULT, ClassWeights.NONE,
        StoppingSettings.DEFAULT);

    private final Network m_network = Networks.network(1);

    private RangeTest.Found find(final RangeTest test) throws CanceledException {
        return test.find(m_network, Networks.images(60, 1), SETTINGS, RunControl.none());
    }

    @Test
    public void ratesRiseByTheSameFactor() {
        final RangeTest test = new RangeTest(1e-4, 1, 21);

        assertEquals(1e-4, test.rate(1), 1e-15);
        assertEquals(1e-2, test.rate(11), 1e-12);
        assertEquals(1, test.rate(21), 1e-12);
    }

    /** 2, then (0.9 x 0.2 + 0.1 x 1) / 0.19. */
    @Test
    public void smoothingIsCorrectedForItsStart() {
        assertArrayEquals(new double[]{2, 0.28 / 0.19}, RangeTest.smoothed(2, 1), 1e-12);
    }

    @Test
    public void suggestsATenthOfTheRateOfTheLowestLoss() throws CanceledException {
        final RangeTest.Found found = find(new RangeTest(1e-4, 10, 60));

        int best = 0;
        for (int i = 0; i < found.smoothed().length; i++) {
            best = found.smoothed()[i] < found.smoothed()[best] ? i : best;
        }
        assertEquals(found.rates()[best] / 10, found.suggested(), 1e-15);
    }

    /** Every update is charged, those left out after the end are not. */
    @Test
    public void endsOnceTheLossIsHopelessAndIsCharged() throws CanceledException {
        final RangeTest.Found found = find(new RangeTest(1e-3, 10, 40));
        final int updates = found.losses().length;

        assertTrue("" + updates, updates > 5 && updates <= 40);
        assertEquals(10L * updates, found.cost().count(Quantity.SAMPLES_TRAINED));
        assertEquals(3 * 10L * updates * m_network.spec().multiplyAdds(),
            found.cost().count(Quantity.FORWARD_MACS) + found.cost().count(Quantity.BACKWARD_MACS));
    }

    @Test
    public void findsTheSameAgainAndLeavesTheNetworkAsItIs() throws CanceledException {
        final String before = m_network.hash();

        assertArrayEquals(find(RangeTest.DEFAULT).losses(), find(RangeTest.DEFAULT).losses(), 0);
        assertEquals(before, m_network.hash());
    }

    @Test
    public void refusesRangesThatAreNone() {
        assertRefused("\"Lowest rate\" must be greater than 0 and at most the highest rate, but is 0.", 0, 1, 50);
        assertRefused("\"Lowest rate\" must be greater than 0 and at most the highest rate, but is 2.", 2, 1, 50);
        assertRefused("\"Highest rate\" must be greater than 0 and at most 10, but is 11.", 1, 11, 50);
        assertRefused("\"Updates\" must be between 10 and 10,000, but is 9.", 0.1, 1, 9);
    }

    private static void assertRefused(final String message, final double lowest, final double highest,
        final int updates) {
        assertEquals(message,
            assertThrows(SettingsException.class, () -> new RangeTest(lowest, highest, updates)).getMessage());
    }
}
