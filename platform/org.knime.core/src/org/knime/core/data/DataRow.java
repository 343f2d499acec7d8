// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A key and one cell per column; immutable. */
public interface DataRow extends Iterable<DataCell> {

    /** The number of cells. */
    int getNumCells();

    /** The key, unique within a table. */
    RowKey getKey();

    /** The cell of a column. */
    DataCell getCell(int index);

    /** The cells from left to right. */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
