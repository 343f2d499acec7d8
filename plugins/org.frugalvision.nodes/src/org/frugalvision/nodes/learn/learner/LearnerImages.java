// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.ImageColumns;
import org.frugalvision.nodes.table.ImageTable;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelKind;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The images of a training; closing them frees their temporary files.
 *
 * @param training what is trained on
 * @param validation what is only looked at after every epoch, if connected
 */
record LearnerImages(ImageSet training, Optional<ImageSet> validation) implements AutoCloseable {

    /**
     * Reads the tables; every row that is skipped is told in a warning.
     *
     * @param wanted what the methods of the recipe must know about every image
     */
    static LearnerImages read(final BufferedDataTable training, final BufferedDataTable validation,
        final CnnLearnerNodeParameters parameters, final Set<Column<?>> wanted, final List<String> warnings,
        final RunControl run) throws CanceledException, InvalidSettingsException {
        LabelColumn.check(training, parameters.m_labelColumn, LabelKind.STRINGS_OR_LISTS, warnings);
        final ImageColumns columns = LearnerColumns.of(training.getDataTableSpec(), parameters, wanted);
        if (validation == null) {
            return new LearnerImages(read("Table", "Skipped", training, columns, warnings, run), Optional.empty());
        }
        final ImageColumns same =
            LearnerColumns.in(training.getDataTableSpec(), columns, validation.getDataTableSpec());
        final double share = (double)training.size() / Math.max(1, training.size() + validation.size());
        final ImageSet images = read("Table", "Skipped", training, columns, warnings, run.part(0, share));
        boolean complete = false;
        try {
            final var result = new LearnerImages(images, Optional.of(read("Validation table",
                "Of the validation images, skipped", validation, same, warnings, run.part(share, 1))));
            complete = true;
            return result;
        } finally {
            if (!complete) {
                images.discard();
            }
        }
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
        training.discard();
        validation.ifPresent(ImageSet::discard);
    }
}
