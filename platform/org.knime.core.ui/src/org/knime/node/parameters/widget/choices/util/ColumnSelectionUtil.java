// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;

/** Finds columns of input tables; a missing table has none. */
public final class ColumnSelectionUtil {
    private ColumnSelectionUtil() {
    }

    /**
     * @param input the node
     * @param port the index of an input table
     * @return its columns
     */
    public static List<DataColumnSpec> getAllColumns(final NodeParametersInput input, final int port) {
        return input.getInTableSpec(port).map(spec -> spec.stream().toList()).orElse(List.of());
    }

    /**
     * @param input the node
     * @return the columns of the first input table
     */
    public static List<DataColumnSpec> getAllColumnsOfFirstPort(final NodeParametersInput input) {
        return getAllColumns(input, 0);
    }

    /**
     * @param input the node
     * @param port the index of an input table
     * @return its first column
     */
    public static Optional<DataColumnSpec> getFirstColumn(final NodeParametersInput input, final int port) {
        return getAllColumns(input, port).stream().findFirst();
    }

    /**
     * @param input the node
     * @return the first column of the first input table
     */
    public static Optional<DataColumnSpec> getFirstColumnOfFirstPort(final NodeParametersInput input) {
        return getFirstColumn(input, 0);
    }

    /**
     * @param input the node
     * @param port the index of an input table
     * @param filter which columns
     * @return those columns of it
     */
    public static List<DataColumnSpec> getFilteredColumns(final NodeParametersInput input, final int port,
        final Predicate<DataColumnSpec> filter) {
        return getAllColumns(input, port).stream().filter(filter).toList();
    }

    /**
     * @param input the node
     * @param port the index of an input table
     * @param valueClasses value classes
     * @return its columns compatible with one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumns(final NodeParametersInput input, final int port,
        final Class<? extends DataValue>... valueClasses) {
        return input.getInTableSpec(port).map(spec -> getCompatibleColumns(spec, valueClasses)).orElse(List.of());
    }

    /**
     * @param input the node
     * @param valueClasses value classes
     * @return the columns of the first input table compatible with one of them
     */
    @SafeVarargs
    public static List<DataColumnSpec> getCompatibleColumnsOfFirstPort(final NodeParametersInput input,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(input, 0, valueClasses);
    }

    /**
     * @param input the node
     * @param port the index of an input table
     * @return its columns of text
     */
    public static List<DataColumnSpec> getStringColumns(final NodeParametersInput input, final int port) {
        return getCompatibleColumns(input, port, StringValue.class);
    }

    /**
     * @param spec a table
     * @return its columns of text
     */
    public static List<DataColumnSpec> getStringColumns(final DataTableSpec spec) {
        return getCompatibleColumns(spec, StringValue.class);
    }

    /**
     * @param spec a table
     * @return its first column of text
     */
    public static Optional<DataColumnSpec> getFirstStringColumn(final DataTableSpec spec) {
        return getFirstCompatibleColumn(spec, StringValue.class);
    }

    /**
     * @param input the node
     * @return the columns of text of the first input table
     */
    public static List<DataColumnSpec> getStringColumnsOfFirstPort(final NodeParametersInput input) {
        return getStringColumns(input, 0);
    }

    /**
     * @param input the node
     * @param port the index of an input table
     * @return its columns of numbers
     */
    public static List<DataColumnSpec> getDoubleColumns(final NodeParametersInput input, final int port) {
        return getCompatibleColumns(input, port, DoubleValue.class);
    }

    /**
     * @param spec a table
     * @return its columns of numbers
     */
    public static List<DataColumnSpec> getDoubleColumns(final DataTableSpec spec) {
        return getCompatibleColumns(spec, DoubleValue.class);
    }

    /**
     * @param spec a table
     * @return its first column of numbers
     */
    public static Optional<DataColumnSpec> getFirstDoubleColumn(final DataTableSpec spec) {
        return getFirstCompatibleColumn(spec, DoubleValue.class);
    }

    /**
     * @param input the node
     * @return the columns of numbers of the first input table
     */
    public static List<DataColumnSpec> getDoubleColumnsOfFirstPort(final NodeParametersInput input) {
        return getDoubleColumns(input, 0);
    }

    /**
     * @param spec a table
     * @param valueClasses value classes
     * @return its columns compatible with one of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getCompatibleColumns(spec, List.of(valueClasses));
    }

    /**
     * @param spec a table
     * @param valueClasses value classes
     * @return its columns compatible with one of them
     */
    public static List<DataColumnSpec> getCompatibleColumns(final DataTableSpec spec,
        final Collection<Class<? extends DataValue>> valueClasses) {
        return spec.stream().filter(column -> valueClasses.stream().anyMatch(column.getType()::isCompatible)).toList();
    }

    /**
     * @param spec a table
     * @param valueClasses value classes
     * @return its first column compatible with one of them
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final Class<? extends DataValue>... valueClasses) {
        return getFirstCompatibleColumn(spec, List.of(valueClasses));
    }

    /**
     * @param spec a table
     * @param valueClasses value classes
     * @return its first column compatible with one of them
     */
    public static Optional<DataColumnSpec> getFirstCompatibleColumn(final DataTableSpec spec,
        final List<Class<? extends DataValue>> valueClasses) {
        return getCompatibleColumns(spec, valueClasses).stream().findFirst();
    }
}
