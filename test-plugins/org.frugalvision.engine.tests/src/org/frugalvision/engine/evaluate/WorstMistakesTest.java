// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;

import org.frugalvision.engine.evaluate.WorstMistakes.Mistake;
import org.junit.Test;

/** The order of mistakes. */
public final class WorstMistakesTest {

    @Test
    public void theGreatestLossComesFirstAndTiesByRow() {
        assertEquals(List.of(1L, 3L, 0L, 2L), rows(0, 2, 5, 1, 5));
    }

    @Test
    public void keepsTheWorstOnly() {
        assertEquals(List.of(1L, 3L), rows(2, 2, 5, 1, 5));
        assertEquals(List.of(0L, 1L), rows(2, 3, 3, 3, 3));
    }

    @Test
    public void withoutProbabilitiesTheFirstRowsAreKept() {
        assertEquals(List.of(0L, 1L), rows(2, Double.NaN, Double.NaN, Double.NaN));
    }

    @Test
    public void countsAllOfThem() {
        final var mistakes = new WorstMistakes(1);
        mistakes.add(new Mistake(0, 0, 1, 0.5, 1));
        mistakes.add(new Mistake(1, 0, 1, 0.5, 1));

        assertEquals(2, mistakes.count());
    }

    private static List<Long> rows(final int limit, final double... losses) {
        final var mistakes = new WorstMistakes(limit);
        final long[] row = new long[1];
        DoubleStream.of(losses).forEach(loss -> mistakes.add(new Mistake(row[0]++, 0, 1, 0.5, loss)));
        return mistakes.kept().stream().map(Mistake::row).toList();
    }
}
