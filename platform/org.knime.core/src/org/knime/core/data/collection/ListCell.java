// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A list of cells; missing ones are allowed. Made by {@link CollectionCellFactory}. */
public class ListCell extends DataCell implements ListDataValue {

    private final List<DataCell> m_elements;

    private final DataType m_elementType;

    ListCell(final List<DataCell> elements) {
        m_elements = List.copyOf(elements);
        m_elementType = m_elements.stream().map(DataCell::getType)
            .reduce(DataType::getCommonSuperType).orElse(DataType.getMissingCell().getType());
    }

    /** The type of lists of these elements. */
    public static DataType getCollectionType(final DataType elementType) {
        return DataType.getType(ListCell.class, elementType);
    }

    /** Stores the elements. */
    public static DataCellSerializer<ListCell> getCellSerializer() {
        return new ListCellSerializer();
    }

    @Override
    public DataType getElementType() {
        return m_elementType;
    }

    @Override
    public Iterator<DataCell> iterator() {
        return m_elements.iterator();
    }

    @Override
    public DataCell get(final int index) {
        return m_elements.get(index);
    }

    @Override
    public int size() {
        return m_elements.size();
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return m_elements.equals(((ListCell)cell).m_elements);
    }

    @Override
    public int hashCode() {
        return m_elements.hashCode();
    }

    @Override
    public String toString() {
        return m_elements.toString();
    }

    /** Stores the elements. */
    public static final class ListCellSerializer implements DataCellSerializer<ListCell> {

        @Override
        public void serialize(final ListCell cell, final DataCellDataOutput output) throws IOException {
            output.writeInt(cell.size());
            for (final DataCell element : cell) {
                output.writeDataCell(element);
            }
        }

        @Override
        public ListCell deserialize(final DataCellDataInput input) throws IOException {
            final int size = input.readInt();
            final List<DataCell> elements = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                elements.add(input.readDataCell());
            }
            return new ListCell(elements);
        }
    }
}
