// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.DataInput;
import java.io.IOException;

/** Reads what a {@link DataCellDataOutput} wrote. */
public interface DataCellDataInput extends DataInput {

    /** Reads a cell with its class. */
    DataCell readDataCell() throws IOException;
}
