// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.evaluate.EvaluationBuilder;
import org.junit.Test;

/** Which classes a picture shows. */
public final class ShownClassesTest {

    @Test
    public void showsFewClassesAsTheyAre() {
        final var evaluation = new EvaluationBuilder(List.of("cat", "dog")).add(0, 1).build();

        final var shown = ShownClasses.of(evaluation);

        assertEquals(List.of("cat", "dog"), shown.names());
        assertFalse(shown.areOthers(1));
        assertArrayEquals(new long[][]{{0, 1}, {0, 0}}, shown.fold(evaluation).counts());
    }

    @Test
    public void showsThoseWithTheMostMistakesAmongMany() {
        final var builder = new EvaluationBuilder(IntStream.range(0, 50).mapToObj(c -> "c" + c).toList());
        for (int c = 0; c < 50; c++) {
            builder.add(c, c);
        }
        // classes 48 and 49 are taken for each other
        final var evaluation = builder.add(48, 49).add(49, 48).build();

        final var shown = ShownClasses.of(evaluation);

        assertEquals(40, shown.names().size());
        assertEquals(List.of("c0", "c36", "c48", "c49", "11 other classes"),
            List.of(shown.names().get(0), shown.names().get(36), shown.names().get(37), shown.names().get(38),
                shown.names().get(39)));
    }

    /** The 11 others are c37 to c47: one is taken for another, ten and all of c0 to c36 are right. */
    @Test
    public void othersAreNeverRight() {
        final var builder = new EvaluationBuilder(IntStream.range(0, 50).mapToObj(c -> "c" + c).toList());
        for (int c = 0; c < 50; c++) {
            builder.add(c, c == 40 ? 41 : c);
        }
        for (int c = 0; c < 37; c++) {
            builder.add(c, 48).add(c, 48);
        }
        final var evaluation = builder.add(48, 49).add(48, 49).add(49, 48).add(49, 48).build();
        final var shown = ShownClasses.of(evaluation);

        final var folded = shown.fold(evaluation);

        assertEquals("11 other classes", shown.names().get(39));
        assertTrue(shown.areOthers(39));
        assertFalse(shown.areOthers(38));
        assertEquals("mistakes among them", 1, folded.counts()[39][39]);
        assertEquals(10, folded.othersRight());
        assertEquals(11, folded.support()[39]);
        assertEquals(1 / 11.0, folded.share(39, 39), 1e-12);
        assertEquals(evaluation.images() - 10, Arrays.stream(folded.counts()).flatMapToLong(Arrays::stream).sum());
    }
}
