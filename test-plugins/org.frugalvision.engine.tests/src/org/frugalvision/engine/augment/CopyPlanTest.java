// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;

import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** How many versions make classes equal. */
public final class CopyPlanTest {

    private static final int[] LABELS = {0, 1, 0, 0, -1, 1, 3, 0, 0, 0};

    @Test
    public void classesReachTheTarget() {
        final int[] copies = CopyPlan.towards(5, LABELS, true, Seeds.of(1).generator());

        assertEquals("6 of class 0 are enough", 0, copies[0] + copies[2] + copies[3] + copies[7] + copies[8]
            + copies[9]);
        assertEquals("2 and 3 more", 3, copies[1] + copies[5]);
        assertEquals(1, Math.abs(copies[1] - copies[5]));
        assertEquals("1 and 4 more", 4, copies[6]);
        assertEquals("no class", 0, copies[4]);
    }

    @Test
    public void imagesThatGoDoNotCount() {
        final int[] copies = CopyPlan.towards(5, LABELS, false, Seeds.of(1).generator());

        assertEquals(5, copies[6]);
        assertEquals(5, copies[1] + copies[5]);
        assertEquals("5 of 6", 5, copies[0] + copies[2] + copies[3] + copies[7] + copies[8] + copies[9]);
        assertEquals(1, Arrays.stream(new int[]{copies[0], copies[2], copies[3], copies[7], copies[8], copies[9]}).max()
            .getAsInt());
    }

    @Test
    public void whoGetsOneMoreIsDrawn() {
        final int[] first = CopyPlan.towards(6, new int[]{0, 0, 0, 0, 0}, true, Seeds.of(1).generator());

        assertArrayEquals(first, CopyPlan.towards(6, new int[]{0, 0, 0, 0, 0}, true, Seeds.of(1).generator()));
        int others = 0;
        for (int seed = 2; seed < 12; seed++) {
            others += Arrays.equals(first, CopyPlan.towards(6, new int[]{0, 0, 0, 0, 0}, true,
                Seeds.of(seed).generator())) ? 0 : 1;
        }
        assertEquals(8, others, 2);
    }

    @Test
    public void noImagesNeedNoVersions() {
        assertArrayEquals(new int[0], CopyPlan.towards(5, new int[0], true, Seeds.of(1).generator()));
    }
}
