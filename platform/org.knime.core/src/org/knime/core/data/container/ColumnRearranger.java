// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.util.CheckUtils;

/**
 * Says which columns of a table stay, in which order, and which are new. Each call counts the columns as the calls
 * before left them.
 */
public class ColumnRearranger {

    /** A column of the input table (factory null, index in that table) or of a factory (index within it). */
    record Source(CellFactory factory, int index, DataColumnSpec column) {
    }

    private final DataTableSpec m_input;

    private final List<Source> m_sources = new ArrayList<>();

    /** All columns of the table as they are. */
    public ColumnRearranger(final DataTableSpec input) {
        m_input = CheckUtils.checkArgumentNotNull(input, "Table spec must not be null.");
        for (int i = 0; i < input.getNumColumns(); i++) {
            m_sources.add(new Source(null, i, input.getColumnSpec(i)));
        }
    }

    /** The index of the column, or -1. */
    public final int indexOf(final String name) {
        return IntStream.range(0, m_sources.size()).filter(i -> m_sources.get(i).column().getName().equals(name))
            .findFirst().orElse(-1);
    }

    /** The number of columns. */
    public final int getColumnCount() {
        return m_sources.size();
    }

    /** Removes all other columns; those that stay keep their order. */
    public final void keepOnly(final int... indices) {
        final Set<Source> kept = new HashSet<>();
        Arrays.stream(indices).forEach(i -> kept.add(m_sources.get(i)));
        m_sources.retainAll(kept);
    }

    /** Removes all other columns; those that stay keep their order. */
    public final void keepOnly(final String... names) {
        keepOnly(indices(names));
    }

    /** Removes columns. */
    public final void remove(final int... indices) {
        final Set<Source> removed = new HashSet<>();
        Arrays.stream(indices).forEach(i -> removed.add(m_sources.get(i)));
        m_sources.removeAll(removed);
    }

    /** Removes columns. */
    public final void remove(final String... names) {
        remove(indices(names));
    }

    /** Moves a column in front of the one that is at the index now. */
    public final void move(final int from, final int to) {
        final Source moved = m_sources.get(from);
        m_sources.add(to, moved);
        m_sources.remove(from < to ? from : from + 1);
    }

    /** Moves a column in front of the one that is at the index now. */
    public final void move(final String name, final int to) {
        move(indices(name)[0], to);
    }

    /** Puts the columns into another order: the new first one is at the first index now, and so on. */
    public final void permute(final int[] indices) {
        CheckUtils.checkArgument(
            Arrays.equals(Arrays.stream(indices).sorted().toArray(), IntStream.range(0, getColumnCount()).toArray()),
            "Not an order of all %d columns: %s", getColumnCount(), Arrays.toString(indices));
        m_sources.addAll(Arrays.stream(indices).mapToObj(m_sources::get).toList());
        m_sources.subList(0, indices.length).clear();
    }

    /** Inserts the new columns in front of the one at the index. */
    public final void insertAt(final int index, final CellFactory factory) {
        final DataColumnSpec[] columns = factory.getColumnSpecs();
        for (int i = 0; i < columns.length; i++) {
            m_sources.add(index + i, new Source(factory, i, columns[i]));
        }
    }

    /** Adds the new columns on the right. */
    public final void append(final CellFactory factory) {
        insertAt(getColumnCount(), factory);
    }

    /** Puts the new column, or columns, into the place of one. */
    public final void replace(final CellFactory factory, final String name) {
        final int index = indices(name)[0];
        m_sources.remove(index);
        insertAt(index, factory);
    }

    /** Puts one new column into the place of each. */
    public final void replace(final CellFactory factory, final int... indices) {
        final DataColumnSpec[] columns = factory.getColumnSpecs();
        CheckUtils.checkArgument(columns.length == indices.length, "%d new columns cannot take the place of %d.",
            columns.length, indices.length);
        for (int i = 0; i < columns.length; i++) {
            m_sources.set(indices[i], new Source(factory, i, columns[i]));
        }
    }

    /** @throws IllegalArgumentException if a name occurs twice */
    public final DataTableSpec createSpec() {
        return new DataTableSpec(m_input.getName(),
            m_sources.stream().map(Source::column).toArray(DataColumnSpec[]::new));
    }

    DataTableSpec getInput() {
        return m_input;
    }

    List<Source> getSources() {
        return List.copyOf(m_sources);
    }

    private int[] indices(final String... names) {
        return Arrays.stream(names).mapToInt(name -> {
            CheckUtils.checkArgument(indexOf(name) >= 0, "No such column: \"%s\".", name);
            return indexOf(name);
        }).toArray();
    }
}
