// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.node.BufferedDataTable.KnowsRowCountTable;

/** The rows that a container took. */
public interface ContainerTable extends KnowsRowCountTable {
}
