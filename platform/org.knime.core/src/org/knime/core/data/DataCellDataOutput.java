// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.io.DataOutput;
import java.io.IOException;

/** Where cells write themselves. */
public interface DataCellDataOutput extends DataOutput {

    /** Writes a text of any length, lone surrogates included. */
    @Override
    void writeUTF(String text) throws IOException;

    /** Writes a cell with its class. */
    void writeDataCell(DataCell cell) throws IOException;
}
