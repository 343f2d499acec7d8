// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Energy by counts. */
public final class EnergyLadderTest {

    /** 3.7 pJ for the product, 0.9 pJ for the sum. */
    @Test
    public void aMultiplyAddTakes4point6Picojoules() {
        assertEquals(4.6, EnergyLadder.PICOJOULES_PER_MULTIPLY_ADD, 1e-12);
    }

    /** The multiply-add and its register; a number from memory 200, through the buffer 6. */
    @Test
    public void aNumberFromMemoryCostsAsMuchAsTwoHundredMultiplyAdds() {
        assertEquals(2, EnergyLadder.multiplyAdds(1, 0), 0);
        assertEquals(206, EnergyLadder.multiplyAdds(0, 4), 0);
    }

    /** One joule is 1/3600 Wh: 1e12 / 9.2 multiply-adds from registers. */
    @Test
    public void wattHoursAreThoseOfThePicojoules() {
        assertEquals(1 / 3600.0, EnergyLadder.wattHours(1e12 / 9.2, 0), 1e-15);
    }
}
