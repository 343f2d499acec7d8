// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Test;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;

public class DataTypeTest {

    private static final DataType MISSING = DataType.getMissingCell().getType();

    private static void assertCommonSuperType(final DataType expected, final DataType type1, final DataType type2) {
        assertEquals(expected, DataType.getCommonSuperType(type1, type2));
        assertEquals(expected, DataType.getCommonSuperType(type2, type1));
    }

    @Test
    public void findsTheCommonSuperTypeOfNumbers() {
        assertCommonSuperType(IntCell.TYPE, IntCell.TYPE, IntCell.TYPE);
        assertCommonSuperType(LongCell.TYPE, IntCell.TYPE, LongCell.TYPE);
        assertCommonSuperType(DoubleCell.TYPE, IntCell.TYPE, DoubleCell.TYPE);
        assertCommonSuperType(DoubleCell.TYPE, LongCell.TYPE, DoubleCell.TYPE);
        assertCommonSuperType(IntCell.TYPE, BooleanCell.TYPE, IntCell.TYPE);
    }

    @Test
    public void sharesTheViewsOfUnrelatedCells() {
        final DataType shared = DataType.getCommonSuperType(StringCell.TYPE, BooleanCell.TYPE);
        final DataType any = DataType.getCommonSuperType(StringCell.TYPE, IntCell.TYPE);

        assertEquals(List.of(NominalValue.class, DataValue.class), shared.getValueClasses());
        assertEquals(List.of(DataValue.class), any.getValueClasses());
        assertNull(any.getCellClass());
        assertTrue(any.isASuperTypeOf(PNGImageContent.TYPE));
        assertFalse(StringCell.TYPE.isASuperTypeOf(any));
        assertEquals(any, DataType.getCommonSuperType(IntCell.TYPE, StringCell.TYPE));
        assertNotEquals(any, shared);
    }

    @Test
    public void givesWayWithTheMissingType() {
        assertCommonSuperType(StringCell.TYPE, MISSING, StringCell.TYPE);
        assertCommonSuperType(MISSING, MISSING, MISSING);
        assertTrue(StringCell.TYPE.isASuperTypeOf(MISSING));
        assertFalse(MISSING.isASuperTypeOf(StringCell.TYPE));
        assertTrue(MISSING.isCompatible(PNGImageValue.class));
    }

    @Test
    public void comparesCollectionsByTheirElements() {
        final DataType ints = ListCell.getCollectionType(IntCell.TYPE);
        final DataType doubles = ListCell.getCollectionType(DoubleCell.TYPE);
        final DataType strings = ListCell.getCollectionType(StringCell.TYPE);

        assertTrue(doubles.isASuperTypeOf(ints));
        assertFalse(ints.isASuperTypeOf(doubles));
        assertCommonSuperType(doubles, ints, doubles);
        assertCommonSuperType(
            ListCell.getCollectionType(DataType.getCommonSuperType(IntCell.TYPE, StringCell.TYPE)), ints, strings);
        assertTrue(ints.isCollectionType());
        assertEquals(IntCell.TYPE, ints.getCollectionElementType());
        assertTrue(ints.isCompatible(CollectionDataValue.class));
        assertSame(ListDataValue.class, ints.getPreferredValueClass());
        assertFalse(DataType.getCommonSuperType(ints, IntCell.TYPE).isCollectionType());
    }

    @Test
    public void learnsTheElementTypeOfACell() {
        assertEquals(ListCell.getCollectionType(DoubleCell.TYPE),
            CollectionCellFactory.createListCell(List.of(new IntCell(1), DataType.getMissingCell(),
                new DoubleCell(2))).getType());
        assertEquals(ListCell.getCollectionType(MISSING), CollectionCellFactory.createListCell(List.of()).getType());
    }

    @Test
    public void prefersTheFirstViewOfACell() {
        assertSame(StringValue.class, StringCell.TYPE.getPreferredValueClass());
        assertSame(IntValue.class, IntCell.TYPE.getPreferredValueClass());
        assertSame(BooleanValue.class, BooleanCell.TYPE.getPreferredValueClass());
        assertSame(PNGImageValue.class, PNGImageContent.TYPE.getPreferredValueClass());
    }

    @Test
    public void knowsTheViewsOfItsCells() {
        assertTrue(IntCell.TYPE.isCompatible(DoubleValue.class));
        assertFalse(DoubleCell.TYPE.isCompatible(IntValue.class));
        assertTrue(BooleanCell.TYPE.isCompatible(NominalValue.class));
        assertFalse(IntCell.TYPE.isCompatible(NominalValue.class));
    }

    @Test
    public void asksForAnElementTypeOfCollectionsOnly() {
        assertEquals("Only a collection cell has, and needs, an element type, but " + ListCell.class.getName()
            + " got null.",
            assertThrows(IllegalArgumentException.class, () -> DataType.getType(ListCell.class, null)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> DataType.getType(IntCell.class, IntCell.TYPE));
    }

    @Test
    public void storesCellsOfKnownClassesOnly() {
        assertTrue(DataType.getCellSerializer(PNGImageCell.class) instanceof PNGImageCell.PNGSerializer);
        assertNull(DataType.getCellSerializer(UnknownCell.class));
    }

    @Test
    public void comparesCellsByContentWithinTheirClass() {
        assertEquals(new IntCell(1), new IntCell(1));
        assertNotEquals(new IntCell(1), new LongCell(1));
        assertNotEquals(new StringCell("1"), new IntCell(1));
        assertEquals(new DoubleCell(Double.NaN), new DoubleCell(Double.NaN));
        assertEquals(new MissingCell("a"), DataType.getMissingCell());
        assertEquals(new MissingCell("a").hashCode(), DataType.getMissingCell().hashCode());
        assertSame(BooleanCell.TRUE, BooleanCell.BooleanCellFactory.create(true));
        assertSame(BooleanCell.FALSE, BooleanCell.BooleanCellFactory.create("False"));
    }

    @Test
    public void refusesTextThatIsNullOrNoBoolean() {
        assertEquals("String value can't be null.",
            assertThrows(NullPointerException.class, () -> new StringCell(null)).getMessage());
        assertEquals("\"yes\" is not a valid boolean, but must be true or false.",
            assertThrows(IllegalArgumentException.class, () -> BooleanCell.BooleanCellFactory.create("yes"))
                .getMessage());
    }

    private static final class UnknownCell extends DataCell {

        @Override
        public String toString() {
            return "unknown";
        }

        @Override
        protected boolean equalsDataCell(final DataCell cell) {
            return true;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
