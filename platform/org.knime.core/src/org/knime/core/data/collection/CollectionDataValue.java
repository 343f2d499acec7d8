// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;

/** A cell that holds further cells. */
public interface CollectionDataValue extends DataValue, Iterable<DataCell> {

    /** The common super type of the elements; the missing type if there is none, or they are missing. */
    DataType getElementType();

    /** The number of elements. */
    int size();
}
