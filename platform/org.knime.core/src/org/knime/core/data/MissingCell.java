// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.IOException;

/** The absence of a value, with an optional reason. All missing cells are equal, whatever the reason. */
public final class MissingCell extends DataCell implements MissingValue {

    private final String m_error;

    /** A missing cell with a reason, which may be null. */
    public MissingCell(final String error) {
        m_error = error;
    }

    /** Stores the reason. */
    public static MissingSerializer getCellSerializer() {
        return new MissingSerializer();
    }

    @Override
    public String getError() {
        return m_error;
    }

    @Override
    public boolean isMissing() {
        return true;
    }

    @Override
    public String toString() {
        return "?";
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return true;
    }

    @Override
    public int hashCode() {
        return MissingCell.class.getName().hashCode();
    }

    /** Stores the reason. */
    public static final class MissingSerializer implements DataCellSerializer<MissingCell> {

        @Override
        public void serialize(final MissingCell cell, final DataCellDataOutput output) throws IOException {
            output.writeBoolean(cell.m_error != null);
            if (cell.m_error != null) {
                output.writeUTF(cell.m_error);
            }
        }

        @Override
        public MissingCell deserialize(final DataCellDataInput input) throws IOException {
            return new MissingCell(input.readBoolean() ? input.readUTF() : null);
        }
    }
}
