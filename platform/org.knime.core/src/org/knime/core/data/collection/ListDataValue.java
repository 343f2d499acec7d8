// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.collection;

import org.knime.core.data.DataCell;

/** A cell that holds further cells in an order. */
public interface ListDataValue extends CollectionDataValue {

    /** The element at the index, from 0. */
    DataCell get(int index);
}
