// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertEquals;

import java.awt.Color;
import java.util.List;

import org.frugalvision.engine.picture.LineChart.Shown;
import org.junit.Test;

/** From where to where vertical axes go. */
public final class AxisRangeTest {

    @Test
    public void holdsTheFiniteValuesOfAllCurves() {
        assertEquals(new AxisRange(1, 5), AxisRange.of(List.of(shown(true, 2, Double.NaN, 1),
            shown(true, 3, Double.POSITIVE_INFINITY, 5))));
    }

    @Test
    public void ofEqualValuesGoesFromZero() {
        assertEquals(new AxisRange(0, 0.8), AxisRange.of(List.of(shown(false, 0.8, 0.8))));
        assertEquals(new AxisRange(-3, 0), AxisRange.of(List.of(shown(false, -3))));
        assertEquals(new AxisRange(0, 1), AxisRange.of(List.of(shown(false, 0, 0))));
        assertEquals(new AxisRange(0, 1), AxisRange.of(List.of(shown(false, 1, 1 - 1e-12))));
    }

    @Test
    public void ofASinglePositionGoesFromZero() {
        assertEquals(new AxisRange(0, 0.9), AxisRange.of(List.of(shown(false, 0.9), shown(false, 0.7))));
        assertEquals(new AxisRange(-1, 2), AxisRange.of(List.of(shown(false, -1), shown(false, 2))));
    }

    /** So that its points do not hide those of the right axis. */
    @Test
    public void theLeftOneGoesTwiceAsFar() {
        assertEquals(new AxisRange(0, 1.5), AxisRange.of(List.of(shown(true, 0.75), shown(true, 0.5))));
        assertEquals(new AxisRange(-6, 0), AxisRange.of(List.of(shown(true, -3))));
        assertEquals(new AxisRange(0, 1), AxisRange.of(List.of(shown(true, 0))));
    }

    private static Shown shown(final boolean onTheLeft, final double... values) {
        return new Shown(Curve.perEpoch("curve", values), Color.BLACK, onTheLeft);
    }
}
