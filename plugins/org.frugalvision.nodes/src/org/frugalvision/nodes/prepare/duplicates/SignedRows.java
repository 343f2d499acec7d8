// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.duplicates;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.duplicate.ImageSignature;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.DecodedRow;
import org.frugalvision.nodes.table.DecodedRows;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.node.BufferedDataTable;

/**
 * What is kept of the readable images of a table.
 *
 * @param ids row IDs
 * @param labels label cells; missing without label column
 * @param signatures of the images
 */
record SignedRows(List<String> ids, List<DataCell> labels, List<ImageSignature> signatures) {

    /** Decodes every image once; {@code labelColumn} may be -1. */
    static SignedRows read(final BufferedDataTable table, final int imageColumn, final int labelColumn,
        final Skipped skipped, final RunControl run) throws CanceledException {
        final var result = new SignedRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (var rows = new DecodedRows(table, imageColumn)) {
            for (long i = 0; rows.hasNext(); i++) {
                final DecodedRow row = rows.next(run);
                row.image(skipped).ifPresent(image -> {
                    result.ids.add(image.id());
                    result.labels.add(labelColumn < 0 ? DataType.getMissingCell() : row.row().getCell(labelColumn));
                    result.signatures.add(ImageSignature.of(image.image()));
                });
                run.progress((i + 1.0) / table.size(), "reading image %s of %s".formatted(Wording.value(i + 1),
                    Wording.value(table.size())));
            }
        }
        return result;
    }
}
