// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** Which probabilities belong to which prediction. */
public class ProbabilityColumnsTest {

    private static final List<String> AB = List.of("a", "b");

    @Test
    public void theLabelStandsInBothNames() {
        final var table = table("Prediction (label)", "P (label=a)", "P (label=b)");

        assertEquals(Optional.of(new ProbabilityColumns("label", "")),
            ProbabilityColumns.find(table, "Prediction (label)", AB));
    }

    @Test
    public void aSuffixStandsBehindAllNames() {
        final var table = table("P (label=a)", "P (label=b)", "Prediction (label)", "Prediction (label) (2)",
            "P (label=a) (2)", "P (label=b) (2)");

        final var second = ProbabilityColumns.find(table, "Prediction (label) (2)", AB).orElseThrow();

        assertEquals(new ProbabilityColumns("label", " (2)"), second);
        assertEquals(OptionalInt.of(4), second.index(table, "a"));
        assertEquals(OptionalInt.empty(), second.index(table, "c"));
    }

    @Test
    public void aPredictionOfAnotherNameStandsForTheLabel() {
        final var written = ProbabilityColumns.of("Guess", " two");
        final var table = table("Guess two", written.column("a").getName(), written.column("b").getName());

        assertEquals("P (Guess=a) two", written.column("a").getName());
        assertEquals(Optional.of(written), ProbabilityColumns.find(table, "Guess two", AB));
    }

    @Test
    public void noneIsTakenFromAnotherPrediction() {
        final var table = table("Prediction (label)", "P (label=a)", "P (label=b)");

        for (final String other : List.of("Guess", "Prediction (label) (2)", "Prediction (other)", "Prediction", "")) {
            assertEquals(other, Optional.empty(), ProbabilityColumns.find(table, other, AB));
        }
    }

    @Test
    public void expectsTheSuffixBehindTheFirstParenthesis() {
        assertEquals(new ProbabilityColumns("label", " (2)"), ProbabilityColumns.expected("Prediction (label) (2)"));
        assertEquals(new ProbabilityColumns("Prediction (label", ""), ProbabilityColumns.expected("Prediction (label"));
        assertEquals(new ProbabilityColumns("Guess (2)", ""), ProbabilityColumns.expected("Guess (2)"));
    }

    @Test
    public void classesAreNotMixedUpByTheirEndings() {
        final var table = table("Prediction (label)", "P (label=a=b)", "P (label=b)");
        final var columns = ProbabilityColumns.find(table, "Prediction (label)", List.of("b", "a=b")).orElseThrow();

        assertEquals(OptionalInt.of(2), columns.index(table, "b"));
        assertEquals(OptionalInt.of(1), columns.index(table, "a=b"));
    }

    @Test
    public void everyClassNeedsAColumnOfNumbers() {
        final var texts = new DataTableSpec(Arrays.stream(new String[]{"P (label=a)", "P (label=b)"})
            .map(name -> new DataColumnSpecCreator(name, StringCell.TYPE).createSpec()).toArray(DataColumnSpec[]::new));

        assertEquals(Optional.empty(),
            ProbabilityColumns.find(table("P (label=a)"), "Prediction (label)", AB));
        assertEquals(Optional.empty(), ProbabilityColumns.find(texts, "Prediction (label)", AB));
        assertEquals(Optional.empty(), ProbabilityColumns.find(table("P (label=a)"), "Prediction (label)", List.of()));
        assertFalse(ProbabilityColumns.areIn(texts));
        assertTrue(ProbabilityColumns.areIn(table("P (label=a)")));
    }

    private static DataTableSpec table(final String... columns) {
        return new DataTableSpec(Arrays.stream(columns)
            .map(name -> new DataColumnSpecCreator(name, name.startsWith("P (") ? DoubleCell.TYPE : StringCell.TYPE)
                .createSpec()).toArray(DataColumnSpec[]::new));
    }
}
