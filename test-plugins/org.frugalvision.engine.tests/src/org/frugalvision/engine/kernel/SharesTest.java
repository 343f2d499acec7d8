// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.Test;

public final class SharesTest {

    @Test
    public void everyOtherTurnGoesBackwards() {
        final Shares shares = new Shares(5, 2);

        assertEquals(List.of(0, 1), List.of(shares.next(0), shares.next(0)));
        assertEquals(List.of(2, 3, 4), List.of(shares.next(1), shares.next(1), shares.next(1)));
        shares.turn();
        assertEquals(List.of(1, 0), List.of(shares.next(0), shares.next(0)));
        assertEquals(List.of(4, 3, 2), List.of(shares.next(1), shares.next(1), shares.next(1)));
        shares.turn();
        assertEquals(0, shares.next(0));
    }

    @Test
    public void whoIsDoneTakesWhatOthersHaveNotComeTo() {
        final Shares shares = new Shares(6, 3);

        assertEquals(2, shares.next(1));

        assertEquals(List.of(0, 1, 3, 4, 5, -1), allOf(shares, 0));
        assertEquals(-1, shares.next(1));
        assertEquals(-1, shares.next(2));
    }

    @Test
    public void moreThreadsThanPartsLeaveSomeWithNothing() {
        final Shares shares = new Shares(1, 4);

        assertEquals(List.of(0, -1), allOf(shares, 2));
        assertEquals(-1, shares.next(3));
    }

    private static List<Integer> allOf(final Shares shares, final int thread) {
        final List<Integer> parts = new ArrayList<>();
        do {
            parts.add(shares.next(thread));
        } while (parts.get(parts.size() - 1) >= 0);
        return parts;
    }
}
