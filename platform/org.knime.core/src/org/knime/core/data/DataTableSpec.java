// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.frugalvision.platform.port.ModelEntry;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.util.CheckUtils;

/** The columns of a table, with unique names, and the name of the table; immutable. */
public final class DataTableSpec implements PortObjectSpec, Iterable<DataColumnSpec> {

    private static final String DEFAULT_NAME = "default";

    private final String m_name;

    private final List<DataColumnSpec> m_columns;

    private final Map<String, Integer> m_indices = new HashMap<>();

    /** Without columns. */
    public DataTableSpec() {
        this(new DataColumnSpec[0]);
    }

    /** @throws IllegalArgumentException if a column is null or a name occurs twice */
    public DataTableSpec(final DataColumnSpec... columns) {
        this(DEFAULT_NAME, columns);
    }

    /** @throws IllegalArgumentException if a column is null or a name occurs twice */
    public DataTableSpec(final String name, final DataColumnSpec... columns) {
        m_name = name == null ? DEFAULT_NAME : name;
        for (int i = 0; i < columns.length; i++) {
            CheckUtils.checkArgumentNotNull(columns[i], "Column %d must not be null.", i);
            final Integer twin = m_indices.putIfAbsent(columns[i].getName(), i);
            CheckUtils.checkArgument(twin == null, "Duplicate column name \"%s\" at positions %d and %d.",
                columns[i].getName(), twin, i);
        }
        m_columns = List.of(columns);
    }

    /** The columns of the left table, then those of the right. */
    public DataTableSpec(final DataTableSpec left, final DataTableSpec right) {
        this(Stream.concat(left.stream(), right.stream()).toArray(DataColumnSpec[]::new));
    }

    /** Columns with these names and types. */
    public DataTableSpec(final String[] names, final DataType[] types) {
        this(createColumnSpecs(names, types));
    }

    /** Columns with these names and types. */
    public static DataColumnSpec[] createColumnSpecs(final String[] names, final DataType[] types) {
        CheckUtils.checkArgument(names.length == types.length, "%d names, but %d types.", names.length, types.length);
        final DataColumnSpec[] columns = new DataColumnSpec[names.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new DataColumnSpecCreator(names[i], types[i]).createSpec();
        }
        return columns;
    }

    /** The name of the table. */
    public String getName() {
        return m_name;
    }

    /** The number of columns. */
    public int getNumColumns() {
        return m_columns.size();
    }

    /** The column at the index, from 0. */
    public DataColumnSpec getColumnSpec(final int index) {
        return m_columns.get(index);
    }

    /** The column with the name, or null. */
    public DataColumnSpec getColumnSpec(final String name) {
        final Integer index = m_indices.get(name);
        return index == null ? null : m_columns.get(index);
    }

    /** The index of the column with the name, or -1. */
    public int findColumnIndex(final String name) {
        return m_indices.getOrDefault(name, -1);
    }

    /** @throws IllegalArgumentException if there is no column with one of the names */
    public int[] columnsToIndices(final String... names) {
        return Arrays.stream(names).mapToInt(name -> {
            CheckUtils.checkArgument(containsName(name), "No such column: \"%s\".", name);
            return m_indices.get(name);
        }).toArray();
    }

    /** Whether there is a column with the name. */
    public boolean containsName(final String name) {
        return m_indices.containsKey(name);
    }

    /** Whether the cells of some column have the view. */
    public boolean containsCompatibleType(final Class<? extends DataValue> valueClass) {
        return stream().anyMatch(column -> column.getType().isCompatible(valueClass));
    }

    /** The names from left to right. */
    public String[] getColumnNames() {
        return stream().map(DataColumnSpec::getName).toArray(String[]::new);
    }

    /** The name, or the first of "name (#1)", "name (#2)", ... that the table does not have. */
    public static String getUniqueColumnName(final DataTableSpec spec, final String name) {
        String unique = name;
        for (int i = 1; spec.containsName(unique); i++) {
            unique = name + " (#" + i + ")";
        }
        return unique;
    }

    /** The columns from left to right. */
    @Override
    public Iterator<DataColumnSpec> iterator() {
        return m_columns.iterator();
    }

    /** The columns from left to right. */
    public Stream<DataColumnSpec> stream() {
        return m_columns.stream();
    }

    /** Whether names and types of the columns are equal, in this order. */
    public boolean equalStructure(final DataTableSpec spec) {
        return spec != null && m_columns.size() == spec.m_columns.size() && m_indices.values().stream()
            .allMatch(i -> m_columns.get(i).equalStructure(spec.m_columns.get(i)));
    }

    /** Stores everything. */
    public void save(final ConfigWO config) {
        config.addString("spec_name", m_name);
        config.addInt("number_columns", m_columns.size());
        for (int i = 0; i < m_columns.size(); i++) {
            m_columns.get(i).save(config.addConfig("column_spec_" + i));
        }
    }

    /**
     * Reads a table spec.
     *
     * @throws InvalidSettingsException if a key or the class of a type is missing, or a name occurs twice
     */
    public static DataTableSpec load(final ConfigRO config) throws InvalidSettingsException {
        final int count = config.getInt("number_columns");
        CheckUtils.checkSetting(count >= 0 && count <= config.keySet().size(),
            "Table spec with %d columns, but %d entries.", count, config.keySet().size());
        final DataColumnSpec[] columns = new DataColumnSpec[count];
        for (int i = 0; i < count; i++) {
            columns[i] = DataColumnSpec.load(config.getConfig("column_spec_" + i));
        }
        try {
            return new DataTableSpec(config.getString("spec_name"), columns);
        } catch (final IllegalArgumentException ex) {
            throw new InvalidSettingsException(ex);
        }
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object object) {
        return object instanceof DataTableSpec && m_columns.equals(((DataTableSpec)object).m_columns);
    }

    @Override
    public int hashCode() {
        return m_columns.hashCode();
    }

    @Override
    public String toString() {
        return "name=" + m_name + ",columns=" + m_columns;
    }

    /** Stores a table spec as XML in one zip entry. */
    public static final class Serializer extends PortObjectSpecSerializer<DataTableSpec> {

        private static final String ENTRY = "spec.xml";

        @Override
        public void savePortObjectSpec(final DataTableSpec spec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final ModelContent content = new ModelContent(ENTRY);
            spec.save(content);
            ModelEntry.write(out, ENTRY, content);
        }

        @Override
        public DataTableSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            try {
                return load(ModelEntry.read(in, ENTRY));
            } catch (final InvalidSettingsException ex) {
                throw new IOException("Table spec cannot be read: " + ex.getMessage(), ex);
            }
        }
    }
}
