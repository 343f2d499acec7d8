// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/** What columns know of their cells. */
public class ColumnDomainTest {

    private static DataTableSpec spec(final DataType... types) {
        return new DataTableSpec(IntStream.range(0, types.length).mapToObj(i -> "c" + i).toArray(String[]::new),
            types);
    }

    private static DataColumnDomain domainOf(final DataType type, final DataCell... cells) {
        final DataContainer container = new DataContainer(spec(type));
        for (int i = 0; i < cells.length; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, cells[i]));
        }
        container.close();
        return container.getTableSpec().getColumnSpec(0).getDomain();
    }

    @Test
    public void learnsBoundsOfNumbers() {
        final DataColumnDomain domain = domainOf(IntCell.TYPE, new IntCell(3), DataType.getMissingCell(),
            new IntCell(-5), new IntCell(4));

        assertEquals(new IntCell(-5), domain.getLowerBound());
        assertEquals(new IntCell(4), domain.getUpperBound());
        assertFalse(domain.hasValues());
    }

    @Test
    public void comparesLongsExactly() {
        final DataColumnDomain domain =
            domainOf(LongCell.TYPE, new LongCell(Long.MAX_VALUE - 1), new LongCell(Long.MAX_VALUE));

        assertEquals(new LongCell(Long.MAX_VALUE - 1), domain.getLowerBound());
        assertEquals(new LongCell(Long.MAX_VALUE), domain.getUpperBound());
    }

    @Test
    public void leavesNaNOutOfTheBounds() {
        final DataColumnDomain domain =
            domainOf(DoubleCell.TYPE, new DoubleCell(Double.NaN), new DoubleCell(2), new DoubleCell(Double.NaN));

        assertEquals(new DoubleCell(2), domain.getLowerBound());
        assertEquals(new DoubleCell(2), domain.getUpperBound());
        assertFalse(domainOf(DoubleCell.TYPE, new DoubleCell(Double.NaN)).hasBounds());
    }

    @Test
    public void listsValuesInTheOrderOfAppearance() {
        final DataColumnDomain domain = domainOf(StringCell.TYPE, new StringCell("b"), new StringCell("a"),
            DataType.getMissingCell(), new StringCell("b"));

        assertEquals(List.of(new StringCell("b"), new StringCell("a")), List.copyOf(domain.getValues()));
        assertFalse(domain.hasBounds());
    }

    @Test
    public void listsSixtyValuesAtMost() {
        final DataCell[] sixtyOne =
            IntStream.range(0, 61).mapToObj(i -> new StringCell("v" + i)).toArray(DataCell[]::new);

        assertEquals(60, domainOf(StringCell.TYPE, Arrays.copyOf(sixtyOne, 60)).getValues().size());
        assertFalse(domainOf(StringCell.TYPE, sixtyOne).hasValues());
    }

    @Test
    public void listsAsManyValuesAsItIsTold() {
        final DataContainer container = new DataContainer(spec(StringCell.TYPE));
        container.setMaxPossibleValues(1);
        container.addRowToTable(new DefaultRow("Row0", "a"));
        container.addRowToTable(new DefaultRow("Row1", "b"));
        container.close();

        assertFalse(container.getTableSpec().getColumnSpec(0).getDomain().hasValues());
        assertThrows(IllegalStateException.class, () -> container.setMaxPossibleValues(2));
    }

    @Test
    public void startsWithTheDomainOfTheSpecIfWanted() {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator("c", StringCell.TYPE);
        creator.setDomain(new DataColumnDomainCreator(Set.of(new StringCell("z"))).createDomain());
        final DataTableSpec spec = new DataTableSpec(creator.createSpec());
        final DataContainer initialised = new DataContainer(spec, true);
        final DataContainer fresh = new DataContainer(spec, false);
        for (final DataContainer container : List.of(initialised, fresh)) {
            container.addRowToTable(new DefaultRow("Row0", "a"));
            container.close();
        }

        assertEquals(List.of(new StringCell("z"), new StringCell("a")),
            List.copyOf(initialised.getTableSpec().getColumnSpec(0).getDomain().getValues()));
        assertEquals(Set.of(new StringCell("a")), fresh.getTableSpec().getColumnSpec(0).getDomain().getValues());
    }

    @Test
    public void givesNoBoundsAndAnEmptyListToAnEmptyTable() {
        assertFalse(domainOf(IntCell.TYPE).hasBounds());
        assertEquals(Set.of(), domainOf(StringCell.TYPE).getValues());
    }
}
