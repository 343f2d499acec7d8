// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Labelled images of one or two tables; closing them frees their temporary files.
 *
 * @param first of the first table
 * @param validation of the table of validation images, if connected
 */
public record LabelledTables(ImageSet first, Optional<ImageSet> validation) implements AutoCloseable {

    /**
     * Refuses tables that lack the columns.
     *
     * @param table columns of the first table
     * @param validation columns of the other one; null if there is none
     * @param image name of the column of images; empty: the first one
     * @param label name of the column of labels; empty: the usual one
     * @throws InvalidSettingsException if a column is missing
     */
    public static void check(final DataTableSpec table, final DataTableSpec validation, final String image,
        final String label) throws InvalidSettingsException {
        final ImageColumns columns = columns(table, image, label);
        if (validation != null) {
            same(table, columns, validation);
        }
    }

    /**
     * Reads the tables; every row that is skipped is told in a warning.
     *
     * @param table the first table
     * @param validation the other one; null if there is none
     * @param image name of the column of images; empty: the first one
     * @param label name of the column of labels; empty: the usual one
     * @param warnings receives sentences
     * @param run progress and cancel
     * @return the images
     * @throws CanceledException if the work was canceled
     * @throws InvalidSettingsException if a column is missing
     */
    public static LabelledTables read(final BufferedDataTable table, final BufferedDataTable validation,
        final String image, final String label, final List<String> warnings, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        LabelColumn.check(table, label, warnings);
        final ImageColumns columns = columns(table.getDataTableSpec(), image, label);
        return read(table, columns, validation, validation == null ? Optional.empty()
            : Optional.of(same(table.getDataTableSpec(), columns, validation.getDataTableSpec())), warnings, run);
    }

    /**
     * Reads the tables; every row that is skipped is told in a warning.
     *
     * @param table the first table
     * @param columns where in it stands what is read
     * @param validation the other one; null if there is none
     * @param same where in that one it stands; empty if there is none
     * @param warnings receives sentences
     * @param run progress and cancel
     * @return the images
     * @throws CanceledException if the work was canceled
     */
    public static LabelledTables read(final BufferedDataTable table, final ImageColumns columns,
        final BufferedDataTable validation, final Optional<ImageColumns> same, final List<String> warnings,
        final RunControl run) throws CanceledException {
        if (same.isEmpty()) {
            return new LabelledTables(read("Table", "Skipped", table, columns, warnings, run), Optional.empty());
        }
        final double share = (double)table.size() / Math.max(1, table.size() + validation.size());
        final ImageSet first = read("Table", "Skipped", table, columns, warnings, run.part(0, share));
        boolean complete = false;
        try {
            final ImageSet second = read("Validation table", "Of the validation images, skipped", validation,
                same.get(), warnings, run.part(share, 1));
            complete = true;
            return new LabelledTables(first, Optional.of(second));
        } finally {
            if (!complete) {
                first.discard();
            }
        }
    }

    private static ImageColumns columns(final DataTableSpec table, final String image, final String label)
        throws InvalidSettingsException {
        return ImageColumns.of(OptionalInt.of(Columns.image(table, image)),
            OptionalInt.of(Columns.label(table, label)));
    }

    private static ImageColumns same(final DataTableSpec table, final ImageColumns columns,
        final DataTableSpec validation) throws InvalidSettingsException {
        final String image = table.getColumnSpec(columns.image().getAsInt()).getName();
        final String label = table.getColumnSpec(columns.label().getAsInt()).getName();
        return ImageColumns.of(
            OptionalInt.of(Columns.image(validation, image, "Image column (validation images)")),
            OptionalInt.of(Columns.find(validation, label, "Label column (validation images)", "strings",
                StringValue.class)));
    }

    private static ImageSet read(final String title, final String skippedTitle, final BufferedDataTable table,
        final ImageColumns columns, final List<String> warnings, final RunControl run) throws CanceledException {
        final var skipped = new Skipped(skippedTitle);
        final ImageSet images = ImageTable.labelled(title, table, columns, skipped, run);
        skipped.warning(table.size()).ifPresent(warnings::add);
        ClassName.alike(images.classes()).filter(alike -> !warnings.contains(alike)).ifPresent(warnings::add);
        return images;
    }

    @Override
    public void close() {
        first.discard();
        validation.ifPresent(ImageSet::discard);
    }
}
