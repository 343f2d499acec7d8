// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.multilabel;

import java.util.List;

import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.LabelKind;
import org.frugalvision.nodes.table.ProbabilityColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * Where that stands in a table which is scored.
 *
 * @param label index of the column of lists of true labels
 * @param classes the classes that have a column of probabilities
 * @param probabilities indices of these columns; shared, not to be modified
 */
record LabelColumns(int label, List<String> classes, int[] probabilities) {

    static LabelColumns of(final DataTableSpec table, final MultiLabelScorerNodeParameters parameters)
        throws InvalidSettingsException {
        final int label = Columns.label(table, parameters.m_labelColumn, LabelKind.LISTS);
        final String prediction = prediction(table, parameters);
        final ProbabilityColumns columns = ProbabilityColumns.find(table, prediction)
            .orElseThrow(() -> Message.fromSummaryWithResolution(
                "The table must have the probabilities that belong to \"%s\", but has no column \"%s\" and so on."
                    .formatted(prediction, ProbabilityColumns.expected(prediction).column("class").getName()),
                "Switch \"Append a probability for each class\" on in the CNN "
                    + "Predictor.").toInvalidSettingsException());
        final List<String> classes = columns.classes(table, prediction);
        return new LabelColumns(label, classes,
            classes.stream().mapToInt(name -> columns.index(table, name).getAsInt()).toArray());
    }

    /** The columns of the same names in another table. */
    LabelColumns in(final DataTableSpec table, final DataTableSpec other, final String port)
        throws InvalidSettingsException {
        final String name = table.getColumnSpec(label).getName();
        final int otherLabel = Columns.find(other, name, "Label column (%s)".formatted(port), LabelKind.LISTS);
        final int[] others = new int[probabilities.length];
        for (int k = 0; k < others.length; k++) {
            final String column = table.getColumnSpec(probabilities[k]).getName();
            others[k] = other.findColumnIndex(column);
            if (others[k] < 0 || !other.getColumnSpec(others[k]).getType().isCompatible(DoubleValue.class)) {
                throw Message.fromSummaryWithResolution(
                    "\"%s\" must have the columns of probabilities of the table to score, but has no \"%s\"."
                        .formatted(port, column),
                    "Predict both tables with the same network and the same settings.").toInvalidSettingsException();
            }
        }
        return new LabelColumns(otherLabel, classes, others);
    }

    private static String prediction(final DataTableSpec table, final MultiLabelScorerNodeParameters parameters)
        throws InvalidSettingsException {
        final String chosen = parameters.m_predictionColumn;
        final String name = chosen == null || chosen.isEmpty()
            ? MultiLabelScorerNodeParameters.firstPrediction(table) : chosen;
        if (name.isEmpty()) {
            throw new InvalidSettingsException("\"Prediction column\" must be a column of lists of strings, but none "
                + "has"
                + " a name that begins with \"Prediction\".");
        }
        Columns.find(table, name, "Prediction column", LabelKind.LISTS);
        return name;
    }
}
