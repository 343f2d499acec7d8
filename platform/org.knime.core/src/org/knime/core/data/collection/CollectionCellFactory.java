// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/** Makes collection cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    /** A list of the cells in the order of the collection. */
    public static ListCell createListCell(final Collection<? extends DataCell> cells) {
        return new ListCell(List.copyOf(cells));
    }

    /** A list of the cells of some columns. */
    public static ListCell createListCell(final DataRow row, final int[] columns) {
        return new ListCell(Arrays.stream(columns).mapToObj(row::getCell).toList());
    }
}
