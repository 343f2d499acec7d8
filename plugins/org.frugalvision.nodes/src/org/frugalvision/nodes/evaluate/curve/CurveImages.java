// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.curve;

import java.util.List;
import java.util.OptionalInt;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageColumns;
import org.frugalvision.nodes.table.ImageTable;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The images of a comparison; closing them frees their temporary files.
 *
 * @param pool images to choose from
 * @param test images that every network is judged by
 */
record CurveImages(ImageSet pool, ImageSet test) implements AutoCloseable {

    /** Refuses tables that lack the columns. */
    static void check(final DataTableSpec pool, final DataTableSpec test, final BudgetCurveNodeParameters parameters)
        throws InvalidSettingsException {
        same(pool, of(pool, parameters), test);
    }

    /** Reads both tables; every row that is skipped is told in a warning. */
    static CurveImages read(final BufferedDataTable pool, final BufferedDataTable test,
        final BudgetCurveNodeParameters parameters, final List<String> warnings, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        LabelColumn.check(pool, parameters.m_labelColumn, warnings);
        final ImageColumns columns = of(pool.getDataTableSpec(), parameters);
        final ImageSet images = read("Images", "Skipped", pool, columns, warnings, run.part(0, 0.5));
        boolean complete = false;
        try {
            final var both = new CurveImages(images, read("Test images", "Of the test images, skipped", test,
                same(pool.getDataTableSpec(), columns, test.getDataTableSpec()), warnings, run.part(0.5, 1)));
            complete = true;
            return both;
        } finally {
            if (!complete) {
                images.discard();
            }
        }
    }

    private static ImageColumns of(final DataTableSpec table, final BudgetCurveNodeParameters parameters)
        throws InvalidSettingsException {
        return ImageColumns.of(OptionalInt.of(Columns.image(table, parameters.m_imageColumn)),
            OptionalInt.of(Columns.label(table, parameters.m_labelColumn)));
    }

    private static ImageColumns same(final DataTableSpec pool, final ImageColumns columns, final DataTableSpec test)
        throws InvalidSettingsException {
        final String image = pool.getColumnSpec(columns.image().getAsInt()).getName();
        final String label = pool.getColumnSpec(columns.label().getAsInt()).getName();
        return ImageColumns.of(OptionalInt.of(Columns.image(test, image, "Image column (test images)")),
            OptionalInt.of(Columns.find(test, label, "Label column (test images)", "strings", StringValue.class)));
    }

    private static ImageSet read(final String title, final String skippedTitle, final BufferedDataTable table,
        final ImageColumns columns, final List<String> warnings, final RunControl run) throws CanceledException {
        final var skipped = new Skipped(skippedTitle);
        final ImageSet images = ImageTable.labelled(title, table, columns, skipped, run);
        skipped.warning(table.size()).ifPresent(warnings::add);
        return images;
    }

    @Override
    public void close() {
        pool.discard();
        test.discard();
    }
}
