// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.Test;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortUtil;

public class DataTableSpecTest {

    private static DataTableSpec everything() {
        final DataColumnSpecCreator label = new DataColumnSpecCreator("label", StringCell.TYPE);
        label.setDomain(new DataColumnDomainCreator(Set.of(new StringCell("a\tb"))).createDomain());
        label.setProperties(new DataColumnProperties(Map.of("source", "a file")));
        final DataColumnSpecCreator score = new DataColumnSpecCreator("score", DoubleCell.TYPE);
        score.setDomain(new DataColumnDomainCreator(new DoubleCell(-1), new DoubleCell(1)).createDomain());
        return new DataTableSpec("all", label.createSpec(), score.createSpec(),
            new DataColumnSpecCreator("image", PNGImageContent.TYPE).createSpec(),
            new DataColumnSpecCreator("list", ListCell.getCollectionType(IntCell.TYPE)).createSpec());
    }

    @Test
    public void findsColumns() {
        final DataTableSpec spec = everything();

        assertEquals(2, spec.findColumnIndex("image"));
        assertEquals(-1, spec.findColumnIndex("Image"));
        assertNull(spec.getColumnSpec("Image"));
        assertTrue(spec.containsName("list"));
        assertTrue(spec.containsCompatibleType(PNGImageValue.class));
        assertFalse(spec.containsCompatibleType(BooleanValue.class));
        assertArrayEquals(new String[]{"label", "score", "image", "list"}, spec.getColumnNames());
        assertArrayEquals(new int[]{3, 0}, spec.columnsToIndices("list", "label"));
        assertEquals("No such column: \"x\".",
            assertThrows(IllegalArgumentException.class, () -> spec.columnsToIndices("x")).getMessage());
    }

    @Test
    public void refusesANameThatIsThereAlready() {
        assertEquals("Duplicate column name \"a\" at positions 0 and 2.",
            assertThrows(IllegalArgumentException.class, () -> new DataTableSpec(new String[]{"a", "b", "a"},
                new DataType[]{IntCell.TYPE, IntCell.TYPE, StringCell.TYPE})).getMessage());
    }

    @Test
    public void countsUpToAUniqueName() {
        final DataTableSpec spec = new DataTableSpec(new String[]{"a", "a (#1)"},
            new DataType[]{IntCell.TYPE, IntCell.TYPE});

        assertEquals("b", DataTableSpec.getUniqueColumnName(spec, "b"));
        assertEquals("a (#2)", DataTableSpec.getUniqueColumnName(spec, "a"));
    }

    @Test
    public void comparesDomainsOnlyInFullEquality() {
        final DataTableSpec dropped = new DataTableSpecCreator(everything()).dropAllDomains().createSpec();

        assertTrue(dropped.equalStructure(everything()));
        assertNotEquals(dropped, everything());
        assertEquals(everything(), everything());
        assertEquals(everything().hashCode(), everything().hashCode());
    }

    @Test
    public void buildsATable() {
        final DataTableSpec spec = new DataTableSpecCreator(everything()).setName("n")
            .replaceColumn(0, new DataColumnSpecCreator("key", IntCell.TYPE).createSpec())
            .addColumns(new DataColumnSpecCreator("label", IntCell.TYPE).createSpec()).createSpec();

        assertEquals("n", spec.getName());
        assertArrayEquals(new String[]{"key", "score", "image", "list", "label"}, spec.getColumnNames());
    }

    @Test
    public void joinsTables() {
        final DataTableSpec left = new DataTableSpec(new String[]{"a"}, new DataType[]{IntCell.TYPE});

        assertArrayEquals(new String[]{"a", "label", "score", "image", "list"},
            new DataTableSpec(left, everything()).getColumnNames());
        assertThrows(IllegalArgumentException.class, () -> new DataTableSpec(left, left));
    }

    @Test
    public void storesTheBoundsAsKnimeDoes() throws InvalidSettingsException {
        final ModelContent content = new ModelContent("spec");
        everything().save(content);

        assertEquals(4, content.getInt("number_columns"));
        final ModelContent column = content.getModelContent("column_spec_1");
        assertEquals("score", column.getString("column_name"));
        assertEquals(1, column.getModelContent("column_domain").getModelContent("upper_bound")
            .getModelContent("org.knime.core.data.def.DoubleCell").getDouble("DoubleCell"), 0);
    }

    @Test
    public void comesBackFromItsSerializer() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream out = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            new DataTableSpec.Serializer().savePortObjectSpec(everything(), out);
        }

        final DataTableSpec read = new DataTableSpec.Serializer().loadPortObjectSpec(
            PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertEquals(everything(), read);
        assertEquals("all", read.getName());
        assertEquals("a file", read.getColumnSpec(0).getProperties().getProperty("source"));
    }

    @Test
    public void refusesStoredTablesThatAreIncomplete() {
        for (final String key : List.of("number_columns", "spec_name", "column_spec_3")) {
            final ModelContent content = new ModelContent("spec");
            everything().save(content);
            content.removeConfig(key);

            assertThrows(key, InvalidSettingsException.class, () -> DataTableSpec.load(content));
        }
    }

    @Test
    public void refusesAStoredNumberOfColumnsThatIsTooLarge() {
        final ModelContent content = new ModelContent("spec");
        everything().save(content);
        content.addInt("number_columns", Integer.MAX_VALUE);

        assertEquals("Table spec with 2147483647 columns, but 6 entries.",
            assertThrows(InvalidSettingsException.class, () -> DataTableSpec.load(content)).getMessage());
    }

    @Test
    public void refusesANullColumn() {
        assertEquals("Column name must not be null.", assertThrows(IllegalArgumentException.class,
            () -> new DataColumnSpecCreator(null, IntCell.TYPE)).getMessage());
        assertEquals("Type of column \"a\" must not be null.", assertThrows(IllegalArgumentException.class,
            () -> new DataColumnSpecCreator("a", null)).getMessage());
        assertEquals("Column 0 must not be null.", assertThrows(IllegalArgumentException.class,
            () -> new DataTableSpec((DataColumnSpec)null)).getMessage());
    }
}
