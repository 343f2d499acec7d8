// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Points of a curve. */
public final class CurveTest {

    @Test
    public void refusesUnequalArrays() {
        assertEquals("Curve \"loss\" has 1 positions for 2 values.", assertThrows(IllegalArgumentException.class,
            () -> new Curve("loss", new double[1], new double[2], false)).getMessage());
    }

    @Test
    public void infiniteValuesAreGaps() {
        assertArrayEquals(new double[]{1, Double.NaN, Double.NaN, -2},
            Curve.perEpoch("loss", 1, Double.NEGATIVE_INFINITY, Double.NaN, -2).finiteOrGap(), 0);
    }

    @Test
    public void aDenseCurveIsTheSameLine() {
        final var dense = Curve.perEpoch("loss", 4, 2, Double.NaN, 1).asDashed().dense(4);

        assertArrayEquals(new double[]{1, 1.5, 2, 2.5, 3, 3.5, 4}, dense.x(), 0);
        assertArrayEquals(new double[]{4, 3, 2, Double.NaN, Double.NaN, Double.NaN, 1}, dense.y(), 0);
        assertTrue(dense.dashed());
    }

    @Test
    public void aSinglePointIsDense() {
        assertArrayEquals(new double[]{4}, Curve.perEpoch("loss", 4).dense(900).y(), 0);
    }

    @Test
    public void findsPointsWithoutNeighbours() {
        final var lone = Curve.perEpoch("loss", 1, Double.NaN, 2, 3, Double.NaN, 4, Double.NaN).lonePoints();

        assertArrayEquals(new double[]{1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 4, Double.NaN}, lone.y(), 0);
        assertFalse(Curve.perEpoch("loss", 1, 2, Double.NaN).lonePoints().visible());
    }
}
