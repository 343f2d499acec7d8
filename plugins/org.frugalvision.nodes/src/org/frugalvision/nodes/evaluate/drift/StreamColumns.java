// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.drift;

import java.util.OptionalInt;

import org.frugalvision.engine.drift.Signal;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ProbabilityColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.InvalidSettingsException;

/**
 * The columns that the detectors of a node need.
 *
 * @param prediction index of the predicted classes
 * @param label index of the labels; empty if none are watched
 * @param embedding index of the embeddings; empty if none are watched
 */
record StreamColumns(int prediction, OptionalInt label, OptionalInt embedding) {

    /** Refuses a table in which a chosen column, or one that a detector needs, is missing. */
    static StreamColumns of(final DataTableSpec table, final DriftMonitorNodeParameters parameters)
        throws InvalidSettingsException {
        final int prediction = Columns.prediction(table, parameters.m_predictionColumn);
        OptionalInt label = OptionalInt.empty();
        if (parameters.watches(Signal.ERROR)) {
            if (!parameters.m_labelColumn.isEmpty()) {
                label = OptionalInt.of(Columns.find(table, parameters.m_labelColumn, "Label column", "strings",
                    StringValue.class));
            } else if (!ProbabilityColumns.areIn(table)) {
                throw new InvalidSettingsException("\"Label column\" must be chosen, because the table has no "
                    + "probabilities (\"P (...)\") that could stand for being right.");
            }
        }
        OptionalInt embedding = OptionalInt.empty();
        if (parameters.watches(Signal.EMBEDDING)) {
            embedding = OptionalInt.of(Columns.find(table, parameters.m_embeddingColumn, "Embedding column", "lists",
                ListDataValue.class));
        }
        return new StreamColumns(prediction, label, embedding);
    }

    /** Why a table cannot be watched after all. */
    static SettingsException noProbabilities(final String prediction) {
        return new SettingsException("Prediction column",
            "must have a probability column for each of its classes, as no label column is chosen", prediction,
            "Choose a label column.", "Append the probabilities in the CNN Predictor.");
    }
}
