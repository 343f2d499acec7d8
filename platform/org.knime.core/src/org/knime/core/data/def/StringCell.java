// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.def;

import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;

/** A text. */
public final class StringCell extends DataCell implements StringValue, NominalValue {

    /** The type of these cells. */
    public static final DataType TYPE = DataType.getType(StringCell.class);

    private final String m_text;

    /** @throws NullPointerException if the text is null; use {@link DataType#getMissingCell()} then */
    public StringCell(final String text) {
        if (text == null) {
            throw new NullPointerException("String value can't be null.");
        }
        m_text = text;
    }

    /** Stores the text. */
    public static StringSerializer getCellSerializer() {
        return new StringSerializer();
    }

    @Override
    public String getStringValue() {
        return m_text;
    }

    @Override
    public String toString() {
        return m_text;
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return m_text.equals(((StringCell)cell).m_text);
    }

    @Override
    public int hashCode() {
        return m_text.hashCode();
    }

    /** Stores the text. */
    public static final class StringSerializer implements DataCellSerializer<StringCell> {

        @Override
        public void serialize(final StringCell cell, final DataCellDataOutput output) throws IOException {
            output.writeUTF(cell.m_text);
        }

        @Override
        public StringCell deserialize(final DataCellDataInput input) throws IOException {
            return new StringCell(input.readUTF());
        }
    }
}
