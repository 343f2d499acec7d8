// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
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
        final var shown = ShownClasses.of(new EvaluationBuilder(List.of("cat", "dog")).add(0, 1).build());

        assertEquals(List.of("cat", "dog"), shown.names());
        assertArrayEquals(new long[][]{{0, 1}, {0, 0}}, shown.fold(new long[][]{{0, 1}, {0, 0}}));
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
        final var folded = shown.fold(evaluation.confusion());
        assertEquals(1, folded[37][38]);
        assertEquals(11, folded[39][39]);
        assertEquals(52, Arrays.stream(folded).flatMapToLong(Arrays::stream).sum());
    }

    @Test
    public void shortensLongNamesInTheMiddleAndKeepsThemApart() {
        final var names = List.of("Nymphalidae Vanessa atalanta var. 1", "Nymphalidae Vanessa atalanta var. 2",
            "Nymphalidae Vanessa cardui italica var. 2", "");

        final var shown = ShownClasses.of(new EvaluationBuilder(names).build()).names();

        assertEquals(List.of("Nymphalidae Va\u2026ta var. 1", "Nymphalidae Va\u2026ta var. 2",
            "Nymphalidae Va\u2026ca var. 2",
            "(blank)"), shown);
        assertTrue(shown.stream().allMatch(name -> name.length() <= 24));
    }

    @Test
    public void numbersNamesThatBecomeEqual() {
        final var names = List.of("abcdefghijklmnopqrstuvwxyz123456789", "abcdefghijklmnXXXXX123456789");

        assertEquals(List.of("abcdefghijklmn\u2026123456789", "abcdefghijklmn\u2026123456789 (2)"),
            ShownClasses.of(new EvaluationBuilder(names).build()).names());
    }
}
