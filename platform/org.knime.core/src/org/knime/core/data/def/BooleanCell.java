// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.io.IOException;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;

/** True (as a number 1) or false (0). */
public final class BooleanCell extends DataCell
    implements BooleanValue, IntValue, LongValue, DoubleValue, BoundedValue, NominalValue {

    /** True. */
    public static final BooleanCell TRUE = new BooleanCell(true);

    /** False. */
    public static final BooleanCell FALSE = new BooleanCell(false);

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(BooleanCell.class);

    private final boolean m_value;

    private BooleanCell(final boolean value) {
        m_value = value;
    }

    /** One of the two cells. */
    public static BooleanCell get(final boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Stores the value. */
    public static DataCellSerializer<BooleanCell> getCellSerializer() {
        return new BooleanSerializer();
    }

    @Override
    public boolean getBooleanValue() {
        return m_value;
    }

    @Override
    public int getIntValue() {
        return m_value ? 1 : 0;
    }

    @Override
    public long getLongValue() {
        return getIntValue();
    }

    @Override
    public double getDoubleValue() {
        return getIntValue();
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return m_value == ((BooleanCell)cell).m_value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(m_value);
    }

    @Override
    public String toString() {
        return Boolean.toString(m_value);
    }

    /** Makes the cells. */
    public static final class BooleanCellFactory {

        private BooleanCellFactory() {
        }

        /** One of the two cells. */
        public static DataCell create(final boolean value) {
            return get(value);
        }

        /** @throws IllegalArgumentException if the text is, in any case of letters, neither true nor false */
        public static DataCell create(final String text) {
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                return get(text.equalsIgnoreCase("true"));
            }
            throw new IllegalArgumentException("\"" + text + "\" is not a valid boolean, but must be true or false.");
        }
    }

    /** Stores the value. */
    public static final class BooleanSerializer implements DataCellSerializer<BooleanCell> {

        @Override
        public void serialize(final BooleanCell cell, final DataCellDataOutput output) throws IOException {
            output.writeBoolean(cell.m_value);
        }

        @Override
        public BooleanCell deserialize(final DataCellDataInput input) throws IOException {
            return get(input.readBoolean());
        }
    }
}
