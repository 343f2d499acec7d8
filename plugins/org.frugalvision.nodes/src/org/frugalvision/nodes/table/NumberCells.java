// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.OptionalDouble;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;

/** Columns and cells of the tables of numbers that nodes report. */
public final class NumberCells {

    private NumberCells() {
    }

    /**
     * @param value a number that may be undefined
     * @return its cell, missing where it is undefined
     */
    public static DataCell of(final OptionalDouble value) {
        return value.isPresent() ? new DoubleCell(value.getAsDouble()) : DataType.getMissingCell();
    }

    /**
     * @param name of a column
     * @return a column of doubles
     */
    public static DataColumnSpec doubles(final String name) {
        return new DataColumnSpecCreator(name, DoubleCell.TYPE).createSpec();
    }

    /**
     * @param name of a column
     * @return a column of longs
     */
    public static DataColumnSpec longs(final String name) {
        return new DataColumnSpecCreator(name, LongCell.TYPE).createSpec();
    }

    /**
     * @param name of a column
     * @return a column of ints
     */
    public static DataColumnSpec ints(final String name) {
        return new DataColumnSpecCreator(name, IntCell.TYPE).createSpec();
    }
}
