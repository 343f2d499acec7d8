// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;

/** A cell so large that it is stored beside the rows, and read only when somebody asks for it. */
public abstract class BlobDataCell extends DataCell {
}
