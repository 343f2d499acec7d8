// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.ImageRows.ImageRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.util.FileUtil;

/** Turns the images and labels of a table into the engine's form. */
public final class ImageTable {

    private ImageTable() {
    }

    /**
     * Decodes every image once. Rows that lack something are skipped. The result keeps large sets in a temporary file:
     * discard it when done.
     *
     * @param title what messages call the table
     * @param table the rows
     * @param columns what is read of them: image and label at least
     * @param skipped receives the skipped rows
     * @param run progress and cancellation
     * @return the images in the order of the table; ids are the row IDs; with the columns that were read
     * @throws CanceledException if the node was canceled
     * @throws DataException if no row can be used, none has a label, images differ in size, or a number is not possible
     */
    public static ImageSet labelled(final String title, final BufferedDataTable table, final ImageColumns columns,
        final Skipped skipped, final RunControl run) throws CanceledException {
        final var rows = new ImageRows(table, columns);
        final var collected = new Collected(rows.classes());
        boolean built = false;
        try {
            rows.forEach(collected, skipped, run);
            if (collected.m_images == null) {
                throw none(title, table, skipped);
            }
            if (rows.classes().isEmpty()) {
                throw new DataException(title, "no image has a label.", "Connect a table with labeled images.");
            }
            built = true;
            return collected.build(columns, rows.lists());
        } finally {
            if (collected.m_images != null && !built) {
                collected.m_images.discard();
            }
        }
    }

    /** The images so far, and what else is known about them. */
    private static final class Collected implements ImageRows.Visitor {

        private final List<String> m_classes;

        private final List<String> m_sources = new ArrayList<>();

        private final List<Double> m_losses = new ArrayList<>();

        private final List<int[]> m_labels = new ArrayList<>();

        private ImageSetBuilder m_images;

        private ImageShape m_shape;

        Collected(final List<String> classes) {
            m_classes = classes;
        }

        @Override
        public void visit(final ImageRow row) {
            final ImageCell image = row.image().orElseThrow();
            if (m_images == null) {
                m_shape = image.shape();
                m_images = new ImageSetBuilder(m_shape, image.image().type(), m_classes,
                    ImageSetBuilder.DEFAULT_MEMORY_BYTES, FileUtil.getWorkflowTempDir().toPath());
            }
            m_images.add(row.id(), image.valuesOf(m_shape), row.label(), row.weight());
            m_sources.add(row.source());
            m_losses.add(row.irreducibleLoss());
            m_labels.add(row.labels());
        }

        ImageSet build(final ImageColumns columns, final boolean lists) {
            ImageSet images = m_images.build();
            if (lists) {
                images = new ColumnedImages<>(images, Column.LABELS, m_labels.toArray(int[][]::new));
            }
            if (columns.source().isPresent()) {
                images = new ColumnedImages<>(images, Column.SOURCE, m_sources.toArray(String[]::new));
            }
            return columns.irreducibleLoss().isEmpty() ? images : new ColumnedImages<>(images,
                Column.IRREDUCIBLE_LOSS, m_losses.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private static DataException none(final String title, final BufferedDataTable table, final Skipped skipped) {
        return new DataException(title, skipped.warning(table.size()).map("no row can be used. %s"::formatted)
            .orElse("it must have at least one row, but is empty."), "Connect a table with labeled images.");
    }
}
