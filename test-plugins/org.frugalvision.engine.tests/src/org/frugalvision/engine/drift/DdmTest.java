// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Optional;

import org.junit.Test;

/** Errors above their lowest rate. */
public final class DdmTest {

    private static final double SMALL = 1e-12;

    /** 100 rows, a tenth of them wrong. */
    @Test
    public void deviationAndThreshold() {
        assertEquals(0.03, Ddm.deviation(0.1, 100), SMALL);
        assertEquals(0.19, Ddm.threshold(0.1, 0.03, 3), SMALL);
    }

    /**
     * The lowest sum is that of row 100, 0.1 + 0.03. Of k further errors in a row p is (10 + k) / (100 + k), and p + s
     * reaches 0.16 with k = 4 (14 / 104: 0.1346 + 0.0335) and 0.19 with k = 7 (17 / 107: 0.1589 + 0.0353).
     */
    @Test
    public void warnsAndSpeaksWhereTheSumReachesTheThreshold() {
        final Ddm ddm = new Ddm(new DriftSettings(100, 0.002, 100));
        for (int i = 1; i <= 100; i++) {
            ddm.learn(Streams.error(i % 10 == 0 ? 1 : 0));
        }

        assertEquals(Level.NONE, ddm.next(Streams.error(1)).get().level());
        assertEquals(Level.NONE, ddm.next(Streams.error(1)).get().level());
        final Reading third = ddm.next(Streams.error(1)).get();
        assertEquals(0.19, third.threshold(), SMALL);
        assertEquals(13 / 103.0 + Ddm.deviation(13 / 103.0, 103), third.value(), SMALL);
        assertEquals(Level.NONE, third.level());
        assertEquals(Level.WARNING, ddm.next(Streams.error(1)).get().level());
        assertEquals(Level.WARNING, ddm.next(Streams.error(1)).get().level());
        assertEquals(Level.WARNING, ddm.next(Streams.error(1)).get().level());
        assertEquals(Level.DRIFT, ddm.next(Streams.error(1)).get().level());
        assertEquals("it has forgotten all", Optional.empty(), ddm.next(Streams.error(1)));
    }

    /** Nothing varies: neither 0 + 3 x 0 nor 1 + 3 x 0 is a standard that could be exceeded. */
    @Test
    public void aStreamWithoutVarianceIsNoDrift() {
        for (final double error : new double[]{0, 1}) {
            final Ddm ddm = new Ddm(DriftSettings.DEFAULT);
            for (int i = 0; i < 1000; i++) {
                assertTrue(ddm.next(Streams.error(error)).map(Reading::level).orElse(Level.NONE) == Level.NONE);
            }
        }
    }

    /** One error after 999 rows without any. */
    @Test
    public void theFirstErrorIsNoDrift() {
        final Ddm ddm = new Ddm(DriftSettings.DEFAULT);
        for (int i = 0; i < 999; i++) {
            assertEquals(Optional.empty(), ddm.next(Streams.error(0)));
        }

        assertEquals(Level.NONE, ddm.next(Streams.error(1)).get().level());
    }
}
