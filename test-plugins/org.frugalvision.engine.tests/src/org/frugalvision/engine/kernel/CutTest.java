// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

public final class CutTest {

    @Test
    public void partsHaveOneSizeButTheLast() {
        assertEquals(List.of(new Cut(0, 0, 8), new Cut(1, 8, 8), new Cut(2, 16, 3)), Cut.of(19, 8));
        assertEquals(List.of(new Cut(0, 0, 1)), Cut.of(1, 8));
        assertEquals(List.of(), Cut.of(0, 8));
    }

    @Test
    public void thereAreAtMost32OfAtLeast8() {
        assertEquals(8, Cut.size(1));
        assertEquals(8, Cut.size(256));
        assertEquals(9, Cut.size(257));
        assertEquals(32, Cut.of(65_536, Cut.size(65_536)).size());
    }
}
