// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.report;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.Test;

/** What no other beats. */
public final class ParetoFrontTest {

    @Test
    public void holdsWhatIsCheaperOrReachesMore() {
        assertEquals(List.of(true, false, true), front(new double[]{1, 2, 3}, 0.5, 0.5, 0.6));
    }

    @Test
    public void equalsAreBothOnIt() {
        assertEquals(List.of(true, true), front(new double[]{1, 1}, 0.5, 0.5));
    }

    @Test
    public void whatCostsNobodyKnowsIsNotOnItAndBeatsNothing() {
        assertEquals(List.of(true, false), front(new double[]{1, Double.NaN}, 0.5, 0.9));
    }

    private static List<Boolean> front(final double[] costs, final double... reached) {
        final var front = new ParetoFront(Arrays.stream(costs).boxed()
            .map(cost -> DoubleStream.of(cost).filter(value -> !Double.isNaN(value)).findFirst())
            .toArray(OptionalDouble[]::new), reached);
        return IntStream.range(0, reached.length).mapToObj(front::holds).toList();
    }
}
