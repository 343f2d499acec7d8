// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.List;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.util.FileUtil;

/** Turns the images and labels of a table into the engine's form. */
public final class ImageTable {

    private ImageTable() {
    }

    /**
     * Decodes every image once. Rows without label or readable image are skipped. The result keeps large sets in a
     * temporary file: discard it when done.
     *
     * @param title what messages call the table
     * @param table the rows
     * @param imageColumn index of the column of images
     * @param labelColumn index of the column of labels
     * @param skipped receives the skipped rows
     * @param run progress and cancellation
     * @return the images in the order of the table; ids are the row IDs
     * @throws CanceledException if the node was canceled
     * @throws DataException if no row can be used, or images differ in size
     */
    public static ImageSet labelled(final String title, final BufferedDataTable table, final int imageColumn,
        final int labelColumn, final Skipped skipped, final RunControl run) throws CanceledException {
        final List<String> classes = Classes.of(table, labelColumn);
        ImageSetBuilder images = null;
        ImageShape shape = null;
        boolean built = false;
        try (var rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                final var image = ImageCell.decode(row, imageColumn, skipped);
                if (image.isEmpty()) {
                    continue;
                }
                if (row.getCell(labelColumn).isMissing()) {
                    skipped.add(row.getKey().getString(), "the label is missing");
                    continue;
                }
                if (images == null) {
                    shape = image.get().shape();
                    images = new ImageSetBuilder(shape, image.get().image().type(), classes,
                        ImageSetBuilder.DEFAULT_MEMORY_BYTES, FileUtil.getWorkflowTempDir().toPath());
                }
                images.add(image.get().id(), image.get().valuesOf(shape),
                    classes.indexOf(Classes.nameOf(row.getCell(labelColumn))));
                run.progress((i + 1.0) / table.size(), "decoding images, %s of %s"
                    .formatted(Wording.value(i + 1), Wording.value(table.size())));
            }
            if (images == null) {
                throw none(title, table, skipped);
            }
            built = true;
            return images.build();
        } finally {
            if (images != null && !built) {
                images.discard();
            }
        }
    }

    private static DataException none(final String title, final BufferedDataTable table, final Skipped skipped) {
        return new DataException(title, skipped.warning(table.size()).map("no row can be used. %s"::formatted)
            .orElse("it must have at least one row, but is empty."), "Connect a table with labelled images.");
    }
}
