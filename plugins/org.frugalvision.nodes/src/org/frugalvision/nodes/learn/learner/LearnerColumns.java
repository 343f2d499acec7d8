// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.OptionalInt;
import java.util.Set;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageColumns;
import org.frugalvision.nodes.table.LabelKind;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/** Where that stands in a table which a training reads of it. */
final class LearnerColumns {

    private LearnerColumns() {
    }

    /**
     * @param wanted what the methods of the recipe must know about every image
     */
    static ImageColumns of(final DataTableSpec training, final CnnLearnerNodeParameters parameters,
        final Set<Column<?>> wanted) throws InvalidSettingsException {
        return new ImageColumns(OptionalInt.of(Columns.image(training, parameters.m_imageColumn)),
            OptionalInt.of(Columns.label(training, parameters.m_labelColumn, LabelKind.STRINGS_OR_LISTS)),
            optional(training, parameters.m_columns.m_weight, "Weight column", "numbers", DoubleValue.class),
            asked(wanted.contains(Column.SOURCE), training, parameters.m_columns.m_source, "Source column", "strings",
                StringValue.class),
            asked(wanted.contains(Column.IRREDUCIBLE_LOSS), training, parameters.m_columns.m_irreducibleLoss,
                "Irreducible loss column", "numbers", DoubleValue.class));
    }

    /** Whether labels are lists, so that an image may have several. */
    static boolean lists(final DataTableSpec training, final ImageColumns columns) {
        return LabelKind.LISTS.fits(training.getColumnSpec(columns.label().getAsInt()));
    }

    /** Refuses what needs one label per image where labels are lists. */
    static void check(final DataTableSpec training, final ImageColumns columns,
        final CnnLearnerNodeParameters parameters, final Recipe recipe) throws InvalidSettingsException {
        if (!lists(training, columns)) {
            return;
        }
        final String name = training.getColumnSpec(columns.label().getAsInt()).getName();
        EngineCall.configure(() -> {
            recipe.check(Labelling.SEVERAL, "\"%s\" holds lists of labels".formatted(name));
            return recipe;
        });
        if (parameters.m_classWeights.m_kind != ClassWeightParameters.Kind.NONE) {
            throw refused("Class weights", "None", name, "Choose None.");
        }
        if (columns.weight().isPresent()) {
            throw refused("Weight column", "None", name, "Choose None.");
        }
    }

    private static InvalidSettingsException refused(final String title, final String value, final String label,
        final String fix) {
        return Message.fromSummaryWithResolution(
            "\"%s\" must be %s where \"%s\" holds lists of labels, because an image without label has nothing to weigh."
                .formatted(title, value, label), fix).toInvalidSettingsException();
    }

    /** The columns of images and labels, of the same names, in the table of validation images. */
    static ImageColumns in(final DataTableSpec training, final ImageColumns columns, final DataTableSpec validation)
        throws InvalidSettingsException {
        final String image = training.getColumnSpec(columns.image().getAsInt()).getName();
        final String label = training.getColumnSpec(columns.label().getAsInt()).getName();
        return ImageColumns.of(
            OptionalInt.of(Columns.image(validation, image, "Image column (validation images)")),
            OptionalInt.of(Columns.find(validation, label, "Label column (validation images)",
                lists(training, columns) ? LabelKind.LISTS : LabelKind.STRINGS)));
    }

    private static OptionalInt asked(final boolean wanted, final DataTableSpec table, final String chosen,
        final String title, final String kind, final Class<? extends DataValue> type)
        throws InvalidSettingsException {
        if (!wanted) {
            return OptionalInt.empty();
        }
        if (chosen == null || chosen.isEmpty()) {
            throw Message.fromSummaryWithResolution(
                "\"%s\" must be chosen, because a method of the training recipe needs it.".formatted(title),
                "Choose the column.", "Remove the method from the recipe.").toInvalidSettingsException();
        }
        return optional(table, chosen, title, kind, type);
    }

    private static OptionalInt optional(final DataTableSpec table, final String chosen, final String title,
        final String kind, final Class<? extends DataValue> type) throws InvalidSettingsException {
        return chosen == null || chosen.isEmpty() ? OptionalInt.empty()
            : OptionalInt.of(Columns.find(table, chosen, title, kind, type));
    }
}
