// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Numbers beside ticks. */
public final class TickLabelTest {

    @Test
    public void hasTheDigitsThatMatter() {
        assertEquals("0", TickLabel.of(0));
        assertEquals("0.3", TickLabel.of(0.1 + 0.2));
        assertEquals("0.08", TickLabel.of(0.08));
        assertEquals("-1.25", TickLabel.of(-1.25));
        assertEquals("0.5000011", TickLabel.of(0.5000011));
        assertEquals("200", TickLabel.of(200));
        assertEquals("1,000,000", TickLabel.of(1e6));
    }

    @Test
    public void veryLargeAndSmallNumbersAreShort() {
        assertEquals("5E+11", TickLabel.of(5e11));
        assertEquals("-1.5E+38", TickLabel.of(-1.5e38));
        assertEquals("2E-12", TickLabel.of(2e-12));
    }
}
