// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;

/** Which classes there are, known before there is a table. */
public class KnownClassesTest {

    @Test
    public void classesOfTheNetworkComeFirst() {
        final var classes =
            KnownClasses.expected(new DataTableSpec(strings("label", "new", "a", "b"), strings("Guess", "b", "a")), 0, 1);

        assertEquals(List.of("b", "a", "new"), classes.get().all());
        assertEquals(2, classes.get().known());
        assertEquals("no probabilities", 0, classes.get().probabilities().length);
        assertEquals(List.of("b", "a"), List.of(ConfusionTable.spec(classes.get()).getColumnNames()));
    }

    /** A class that was never predicted is known by its column. */
    @Test
    public void aLabelWithProbabilitiesIsKnown() {
        final var classes = KnownClasses.expected(new DataTableSpec(strings("label", "a", "c", "new"),
            strings("Guess", "a", "b"), numbers("P (Guess=a)"), numbers("P (Guess=b)"), numbers("P (Guess=c)")), 0, 1);

        assertEquals(List.of("a", "b", "c", "new"), classes.get().all());
        assertArrayEquals(new int[]{2, 3, 4}, classes.get().probabilities());
    }

    @Test
    public void nothingIsExpectedWithoutPossibleValues() {
        assertEquals(Optional.empty(),
            KnownClasses.expected(new DataTableSpec(strings("label"), strings("Guess", "a")), 0, 1));
        assertEquals(Optional.empty(),
            KnownClasses.expected(new DataTableSpec(strings("label", "a"), strings("Guess")), 0, 1));
    }

    private static DataColumnSpec strings(final String name, final String... values) {
        final var column = new DataColumnSpecCreator(name, StringCell.TYPE);
        if (values.length > 0) {
            column.setDomain(new DataColumnDomainCreator(
                Stream.of(values).map(StringCell::new).toArray(DataCell[]::new)).createDomain());
        }
        return column.createSpec();
    }

    private static DataColumnSpec numbers(final String name) {
        return new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec();
    }
}
