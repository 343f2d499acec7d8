// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * Finds the columns a node works on. An empty name means "the first column that fits", of labels "the one that looks
 * like labels", because KNIME stores empty names for a node that was saved before anything was connected to it.
 */
public final class Columns {

    private Columns() {
    }

    /**
     * @param spec of the table
     * @param chosen the setting "Image column"
     * @return index of the column of PNG images or multi-band images
     * @throws InvalidSettingsException if there is none, or the chosen one is another kind of column
     */
    public static int image(final DataTableSpec spec, final String chosen) throws InvalidSettingsException {
        return image(spec, chosen, "Image column");
    }

    /**
     * @param spec of the table
     * @param chosen the setting
     * @param title visible name of the setting
     * @return index of the column of PNG images or multi-band images
     * @throws InvalidSettingsException if there is none, or the chosen one is another kind of column
     */
    public static int image(final DataTableSpec spec, final String chosen, final String title)
        throws InvalidSettingsException {
        return find(spec, chosen, title, "images", compatible(ImageTypes.ALL));
    }

    /**
     * @param spec of the table
     * @param chosen the setting "Label column"
     * @return index of the column of class labels, guessed as {@link LabelColumn} says if none is chosen
     * @throws InvalidSettingsException if there is none, or the chosen one is another kind of column
     */
    public static int label(final DataTableSpec spec, final String chosen) throws InvalidSettingsException {
        return label(spec, chosen, LabelKind.STRINGS);
    }

    /**
     * @param spec of the table
     * @param chosen the setting "Label column"
     * @param kind which columns of labels the node takes
     * @return index of the column of labels, guessed as {@link LabelColumn} says if none is chosen
     * @throws InvalidSettingsException if there is none, or the chosen one is another kind of column
     */
    public static int label(final DataTableSpec spec, final String chosen, final LabelKind kind)
        throws InvalidSettingsException {
        final int found = find(spec, chosen, "Label column", kind);
        return chosen == null || chosen.isEmpty() ? LabelColumn.guess(spec, kind) : found;
    }

    /**
     * @param spec of the table
     * @param chosen the setting
     * @param title visible name of the setting
     * @param kind which columns of labels the node takes
     * @return index of the column
     * @throws InvalidSettingsException if there is none, or the chosen one is another kind of column
     */
    public static int find(final DataTableSpec spec, final String chosen, final String title, final LabelKind kind)
        throws InvalidSettingsException {
        return find(spec, chosen, title, kind.plural(), kind::fits);
    }

    /**
     * @param spec of the table
     * @param chosen the setting "Prediction column"
     * @return index of the column of predicted classes; if none is chosen, the first of strings whose name begins with
     *         "Prediction"
     * @throws InvalidSettingsException if there is none, or the chosen one is another kind of column
     */
    public static int prediction(final DataTableSpec spec, final String chosen) throws InvalidSettingsException {
        return prediction(spec, chosen, "Prediction column");
    }

    /**
     * @param spec of the table
     * @param chosen the setting
     * @param title visible name of the setting
     * @return index of the column of predicted classes; if none is chosen, the first of strings whose name begins with
     *         "Prediction"
     * @throws InvalidSettingsException if there is none, or the chosen one is another kind of column
     */
    public static int prediction(final DataTableSpec spec, final String chosen, final String title)
        throws InvalidSettingsException {
        if (chosen != null && !chosen.isEmpty()) {
            return find(spec, chosen, title, LabelKind.STRINGS);
        }
        return firstPrediction(spec).map(spec::findColumnIndex).orElseThrow(() -> new InvalidSettingsException(
            "\"%s\" must be a column of the table, but none has a name that begins with \"Prediction\"."
                .formatted(title)));
    }

    /**
     * @param spec of a table
     * @return the name of the first column of strings whose name begins with "Prediction"
     */
    public static Optional<String> firstPrediction(final DataTableSpec spec) {
        return spec.stream().filter(column -> column.getName().startsWith("Prediction"))
            .filter(LabelKind.STRINGS::fits).map(DataColumnSpec::getName).findFirst();
    }

    /**
     * @param spec of the table
     * @param chosen the setting
     * @param title visible name of the setting
     * @param kind what the column must hold, in plural, e.g. {@code "strings"}
     * @param type the type of its cells
     * @return index of the column
     * @throws InvalidSettingsException if there is none, or the chosen one is another kind of column
     */
    public static int find(final DataTableSpec spec, final String chosen, final String title, final String kind,
        final Class<? extends DataValue> type) throws InvalidSettingsException {
        return find(spec, chosen, title, kind, compatible(List.of(type)));
    }

    private static int find(final DataTableSpec spec, final String chosen, final String title, final String kind,
        final Predicate<DataColumnSpec> fits) throws InvalidSettingsException {
        if (chosen == null || chosen.isEmpty()) {
            return first(spec, title, kind, fits);
        }
        final int index = spec.findColumnIndex(chosen);
        if (index < 0) {
            throw problem("\"%s\" must be a column of the table, but is \"%s\".".formatted(title, chosen),
                "Choose one of the columns %s.".formatted(names(spec)));
        }
        final DataColumnSpec column = spec.getColumnSpec(index);
        if (!fits.test(column) && LabelLists.in(column)) {
            throw problem("\"%s\" must hold %s, but \"%s\" holds lists.".formatted(title, kind, chosen),
                "Choose another column, or make one row of each label with KNIME's node Ungroup.");
        }
        if (!fits.test(column)) {
            throw problem("\"%s\" must hold %s, but \"%s\" holds something else.".formatted(title, kind, chosen),
                "Choose another column.");
        }
        return index;
    }

    private static Predicate<DataColumnSpec> compatible(final List<Class<? extends DataValue>> types) {
        return column -> types.stream().anyMatch(column.getType()::isCompatible);
    }

    private static int first(final DataTableSpec spec, final String title, final String kind,
        final Predicate<DataColumnSpec> fits) throws InvalidSettingsException {
        for (int i = 0; i < spec.getNumColumns(); i++) {
            if (fits.test(spec.getColumnSpec(i))) {
                return i;
            }
        }
        throw problem("\"%s\" must be a column of %s, but the table has none; it has %s.".formatted(title, kind,
            names(spec)), "Connect a table that has one, for example that of an Image Dataset Reader.");
    }

    /** The names of the columns for a sentence. */
    static String names(final DataTableSpec spec) {
        return spec.getNumColumns() == 0 ? "no columns"
            : Arrays.stream(spec.getColumnNames()).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    private static InvalidSettingsException problem(final String summary, final String resolution) {
        return Message.fromSummaryWithResolution(summary, resolution).toInvalidSettingsException();
    }
}
