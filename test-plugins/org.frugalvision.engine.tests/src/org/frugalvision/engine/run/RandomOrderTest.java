// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;

import org.junit.Test;

/** Random orders. */
public final class RandomOrderTest {

    @Test
    public void holdsEveryIndexOnce() {
        final var order = RandomOrder.of(1000, Seeds.of(1).generator());

        assertArrayEquals(IntStream.range(0, 1000).toArray(), IntStream.of(order).sorted().toArray());
    }

    @Test
    public void givesEveryOrderOfThreeAboutEquallyOften() {
        final var random = Seeds.of(2).generator();
        final var counts = new HashMap<String, Integer>();

        for (int i = 0; i < 6000; i++) {
            counts.merge(Arrays.toString(RandomOrder.of(3, random)), 1, Integer::sum);
        }

        assertEquals(6, counts.size());
        counts.values().forEach(count -> assertEquals(1000, count, 120));
    }

    @Test
    public void isEmptyForNothing() {
        assertEquals(0, RandomOrder.of(0, Seeds.of(1).generator()).length);
    }
}
