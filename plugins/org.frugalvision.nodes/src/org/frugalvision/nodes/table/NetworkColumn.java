// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.Optional;

import org.frugalvision.engine.network.Network;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;

/** The column that says of which network a row is. */
public final class NetworkColumn {

    /** Its name. */
    public static final String NAME = "Network";

    /** Text; missing where no network was connected. */
    public static final DataColumnSpec SPEC = new DataColumnSpecCreator(NAME, StringCell.TYPE).createSpec();

    private static final int DIGITS = 12;

    private NetworkColumn() {
    }

    /**
     * @param network a network
     * @return what stands in the column: equal for networks that compute the same, else almost surely not
     */
    public static String of(final Network network) {
        return network.hash().substring(0, DIGITS);
    }

    /**
     * @param network a network, if there is one
     * @return the cell of the column
     */
    public static DataCell cell(final Optional<Network> network) {
        return network.<DataCell>map(one -> new StringCell(of(one))).orElseGet(DataType::getMissingCell);
    }
}
