// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import org.knime.core.data.DataCell;

/** A cell of a stored row. */
interface StoredCell {

    DataCell get();

    static StoredCell of(final DataCell cell) {
        return () -> cell;
    }

    static StoredCell of(final CellClasses.Entry entry, final BlobFile.Position position, final CellClasses classes,
        final BlobFile blobs) {
        return new StoredBlob(entry, position, classes, blobs);
    }
}
