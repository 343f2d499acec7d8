// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.NodeSettings;

public class ConfigBaseTest {

    private final NodeSettings m_settings = new NodeSettings("s");

    private static void assertNotFound(final String message, final ThrowingRunnable getter) {
        assertEquals(message, assertThrows(InvalidSettingsException.class, getter).getMessage());
    }

    @Test
    public void namesTypeAndKeyOfWhatIsMissing() {
        assertNotFound("String for key \"k\" not found.", () -> m_settings.getString("k"));
        assertNotFound("Int for key \"k\" not found.", () -> m_settings.getInt("k"));
        assertNotFound("Long for key \"k\" not found.", () -> m_settings.getLong("k"));
        assertNotFound("Double for key \"k\" not found.", () -> m_settings.getDouble("k"));
        assertNotFound("Float for key \"k\" not found.", () -> m_settings.getFloat("k"));
        assertNotFound("Boolean for key \"k\" not found.", () -> m_settings.getBoolean("k"));
        assertNotFound("Char for key \"k\" not found.", () -> m_settings.getChar("k"));
        assertNotFound("Byte for key \"k\" not found.", () -> m_settings.getByte("k"));
        assertNotFound("Short for key \"k\" not found.", () -> m_settings.getShort("k"));
        assertNotFound("Config for key \"k\" not found.", () -> m_settings.getNodeSettings("k"));
        assertNotFound("Config for key \"k\" not found.", () -> m_settings.getIntArray("k"));
    }

    @Test
    public void convertsNoType() {
        m_settings.addInt("k", 1);

        assertNotFound("Long for key \"k\" not found.", () -> m_settings.getLong("k"));
        assertNotFound("Double for key \"k\" not found.", () -> m_settings.getDouble("k"));
        assertNotFound("String for key \"k\" not found.", () -> m_settings.getString("k"));
        assertNotFound("Config for key \"k\" not found.", () -> m_settings.getConfig("k"));
    }

    @Test
    public void givesTheDefaultForWhatIsMissingOrOfAnotherType() {
        m_settings.addInt("int", 1);
        m_settings.addString("null", null);

        assertEquals(1, m_settings.getInt("int", 2));
        assertEquals(2, m_settings.getLong("int", 2));
        assertEquals("x", m_settings.getString("absent", "x"));
        assertNull(m_settings.getString("null", "x"));
        assertArrayEquals(new int[]{3}, m_settings.getIntArray("int", 3));
    }

    @Test
    public void refusesAnArrayWithFewerElementsThanItSays() {
        final ConfigBase array = m_settings.addConfigBase("a");
        array.addInt("array-size", Integer.MAX_VALUE);
        array.addInt("0", 5);

        assertNotFound("Array for key \"a\" has array-size 2147483647, but 1 elements.",
            () -> m_settings.getIntArray("a"));
        array.addInt("array-size", 1);
        array.addInt("1", 5);
        array.removeConfig("0");
        assertNotFound("Int for key \"0\" not found.", () -> m_settings.getIntArray("a"));
    }

    @Test
    public void replacesAValueInItsPlace() {
        m_settings.addInt("a", 1);
        m_settings.addInt("b", 2);
        m_settings.addString("a", "x");

        assertEquals(List.of("a", "b"), List.copyOf(m_settings.keySet()));
        assertEquals("x", m_settings.getString("a", null));
    }

    @Test
    public void copiesDeeply() throws InvalidSettingsException {
        m_settings.addNodeSettings("sub").addInt("i", 1);
        final NodeSettings copy = new NodeSettings("s");

        m_settings.copyTo(copy);

        assertTrue(copy.isIdentical(m_settings));
        assertNotSame(m_settings.getNodeSettings("sub"), copy.getNodeSettings("sub"));
        copy.getNodeSettings("sub").addInt("i", 2);
        assertFalse(copy.isIdentical(m_settings));
        assertEquals(1, m_settings.getNodeSettings("sub").getInt("i"));
    }

    @Test
    public void tellsTypesAndNullsApart() {
        final NodeSettings other = new NodeSettings("s");
        m_settings.addInt("k", 1);
        other.addLong("k", 1);
        assertFalse(m_settings.isIdentical(other));
        m_settings.addString("k", null);
        other.addString("k", "null");
        assertFalse(m_settings.isIdentical(other));
    }

    @Test
    public void addsExistingPartsWithoutACopy() throws InvalidSettingsException {
        final ModelContent part = new ModelContent("part");
        final ModelContent model = new ModelContent("model");
        model.addModelContent(part);
        part.addInt("i", 1);

        assertEquals(1, model.getModelContent("part").getInt("i"));
    }

    @Test
    public void keepsCellsAndTypes() throws InvalidSettingsException {
        final DataCell[] cells = {new StringCell("a"), BooleanCell.TRUE, new IntCell(1), new LongCell(2),
            new DoubleCell(Double.NaN), DataType.getMissingCell(), null};
        m_settings.addDataCellArray("cells", cells);
        m_settings.addDataType("list", ListCell.getCollectionType(PNGImageContent.TYPE));
        m_settings.addDataType("null", null);
        m_settings.addDataType("mixed", DataType.getCommonSuperType(StringCell.TYPE, IntCell.TYPE));

        assertArrayEquals(cells, m_settings.getDataCellArray("cells"));
        assertEquals(ListCell.getCollectionType(PNGImageContent.TYPE), m_settings.getDataType("list"));
        assertNull(m_settings.getDataType("null"));
        assertEquals(DataType.getCommonSuperType(StringCell.TYPE, IntCell.TYPE), m_settings.getDataType("mixed"));
    }

    @Test
    public void storesATypeByTheClassOfItsCells() throws InvalidSettingsException {
        m_settings.addDataType("t", StringCell.TYPE);

        assertEquals("org.knime.core.data.def.StringCell", m_settings.getConfig("t").getString("cell_class"));
        assertFalse(m_settings.getConfig("t").getBoolean("is_null"));
    }

    @Test
    public void refusesATypeThatNobodyKnows() throws InvalidSettingsException {
        m_settings.addDataType("t", StringCell.TYPE);
        m_settings.getConfig("t").addString("cell_class", "org.example.GoneCell");

        assertNotFound("Data cell class \"org.example.GoneCell\" is not available.",
            () -> m_settings.getDataType("t"));
    }
}
