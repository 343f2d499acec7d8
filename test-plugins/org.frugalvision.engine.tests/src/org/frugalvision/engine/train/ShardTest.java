// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** Parts of a batch. */
public final class ShardTest {

    @Test
    public void partsAdjoinAndDifferByOneAtMost() {
        for (int length = 0; length < 20; length++) {
            for (int count = 1; count < 6; count++) {
                int end = 0;
                for (int i = 0; i < count; i++) {
                    final Shard shard = Shard.of(length, i, count);
                    assertEquals(end, shard.from());
                    assertTrue(shard.size() >= length / count && shard.size() <= length / count + 1);
                    end = shard.to();
                }
                assertEquals(length, end);
            }
        }
    }
}
