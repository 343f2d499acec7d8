// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** One immutable value of a table. Cells of different classes are equal only if they share their preferred view. */
public abstract class DataCell implements DataValue {

    /** The type; for collections with the type of the elements. */
    public final DataType getType() {
        return DataType.of(this);
    }

    /** Whether there is no content; the cell then has none of its column's views. */
    public boolean isMissing() {
        return false;
    }

    @Override
    public abstract String toString();

    @Override
    public final boolean equals(final Object object) {
        if (this == object) {
            return true;
        }
        if (!(object instanceof DataCell)) {
            return false;
        }
        final DataCell cell = (DataCell)object;
        if (getClass() == cell.getClass()) {
            return equalsDataCell(cell);
        }
        return getType().getPreferredValueClass() == cell.getType().getPreferredValueClass() && equalContent(cell);
    }

    /** Whether a cell of this very class has the same content. */
    protected abstract boolean equalsDataCell(DataCell cell);

    /** Whether a cell of another class with the same preferred view has the same content. */
    protected boolean equalContent(final DataValue value) {
        return false;
    }

    @Override
    public abstract int hashCode();
}
