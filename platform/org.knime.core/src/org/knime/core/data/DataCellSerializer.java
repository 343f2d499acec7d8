// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.IOException;

/** Writes and reads the cells of one class; has a public constructor without arguments. */
public interface DataCellSerializer<T extends DataCell> {

    /** Writes the content. */
    void serialize(T cell, DataCellDataOutput output) throws IOException;

    /** Reads exactly what {@link #serialize} wrote. */
    T deserialize(DataCellDataInput input) throws IOException;
}
