// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** As many images of each class. */
public final class ClassBalancedBatchesTest {

    /** 900 of one class, 100 of the other. */
    private static final int[] LABELS = IntStream.range(0, 1000).map(i -> i < 900 ? 0 : 1).toArray();

    private static List<int[]> dealt(final long seed) {
        return ClassBalancedBatches.dealt(LABELS, Portions.of(IntStream.range(0, 1000).toArray(), 64),
            Seeds.of(seed).generator());
    }

    @Test
    public void everyClassComesHalfOfTheTimeInEveryBatch() {
        final List<int[]> batches = dealt(1);

        assertEquals(16, batches.size());
        assertEquals(40, batches.get(15).length);
        for (final int[] batch : batches) {
            assertEquals(batch.length / 2, Arrays.stream(batch).filter(i -> LABELS[i] == 1).count());
        }
        assertEquals(500, Arrays.stream(Portions.joined(batches)).filter(i -> LABELS[i] == 1).count());
    }

    @Test
    public void imagesOfSmallClassesComeEquallyOftenAndThoseOfLargeOnesOnceAtMost() {
        final int[] times = new int[1000];
        Arrays.stream(Portions.joined(dealt(1))).forEach(image -> times[image]++);

        assertEquals(500, IntStream.range(0, 900).filter(i -> times[i] == 1).count());
        assertTrue(IntStream.range(900, 1000).allMatch(i -> times[i] == 5));
    }

    @Test
    public void ordersFollowTheSeed() {
        assertArrayEquals(Portions.joined(dealt(1)), Portions.joined(dealt(1)));
        assertFalse(Arrays.equals(Portions.joined(dealt(1)), Portions.joined(dealt(2))));
    }
}
