// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** The settings of a selection. */
public final class SelectionSettingsTest {

    private static final Pool POOL = PoolFixture.of(new int[10]);

    @Test
    public void selectsANumberOfImages() throws CanceledException {
        assertEquals(3, select(new Budget.Images(3), 1).length);
    }

    @Test
    public void selectsAShareRoundedToTheNearest() throws CanceledException {
        assertEquals(3, select(new Budget.Share(0.25), 1).length);
        assertEquals(2, select(new Budget.Share(0.249), 1).length);
        assertEquals(1, select(new Budget.Share(0.001), 1).length);
        assertEquals(10, select(new Budget.Share(1), 1).length);
    }

    @Test
    public void dependsOnTheSeedAlone() throws CanceledException {
        assertArrayEquals(select(new Budget.Images(5), 7), select(new Budget.Images(5), 7));
        assertFalse(Arrays.equals(select(new Budget.Images(10), 1), select(new Budget.Images(10), 2)));
    }

    @Test
    public void refusesAnUnknownMethod() {
        assertEquals("\"Method\" must be one of random, stratified-random, herding, but is \"k-centre\".",
            assertThrows(SettingsException.class, () -> new SelectionSettings("k-centre", new Budget.Images(1), 1))
                .getMessage());
    }

    @Test
    public void refusesBudgetsThatAreNone() {
        assertEquals("\"Budget\" must be at least 1 image, but is 0.",
            assertThrows(SettingsException.class, () -> new Budget.Images(0)).getMessage());
        assertEquals("\"Budget share\" must be above 0 and at most 1, but is 1.5.",
            assertThrows(SettingsException.class, () -> new Budget.Share(1.5)).getMessage());
        assertEquals("\"Budget share\" must be above 0 and at most 1, but is NaN.",
            assertThrows(SettingsException.class, () -> new Budget.Share(Double.NaN)).getMessage());
    }

    private static int[] select(final Budget budget, final long seed) throws CanceledException {
        return new SelectionSettings("random", budget, seed).select(POOL, RunControl.none()).indices();
    }
}
