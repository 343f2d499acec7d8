// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.List;

import org.junit.Test;

/** Streams of random numbers. */
public final class SeedsTest {

    /** These numbers may never change: results of earlier versions could not be repeated any more. */
    @Test
    public void drawsTheSameNumbersForEver() {
        final var random = Seeds.of(42).named("shuffle").child("Row7").generator();

        assertArrayEquals(new long[]{-8045897236470027048L, -6866880240433437234L},
            new long[]{random.nextLong(), random.nextLong()});
    }

    @Test
    public void startsEveryGeneratorAtTheSamePoint() {
        final var seeds = Seeds.of(1).named("a");
        seeds.generator().nextLong();

        assertEquals(seeds.generator().nextLong(), Seeds.of(1).named("a").generator().nextLong());
    }

    @Test
    public void givesDifferentStreamsForDifferentPaths() {
        final var root = Seeds.of(1);
        final var paths = List.of(root, Seeds.of(2), root.named("a"), root.child("a"), root.named("b"),
            root.named("a").named("b"), root.named("ab"));

        assertEquals(paths.size(), paths.stream().map(Seeds::asLong).distinct().count());
    }

    @Test
    public void drawsIndependentlyOfItsGenerator() {
        assertNotEquals(Seeds.of(5).named("x").generator().nextLong(), Seeds.of(5).named("x").asLong());
    }
}
