// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import org.frugalvision.engine.network.InferenceSettings;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the CNN Predictor. */
@LoadDefaultsForAbsentFields
final class CnnPredictorNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    @Widget(title = "Image column", description = """
            The column with the images (PNG). They must have the size that the network was trained on.
            """)
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Name of the prediction column", description = """
            The name of the column with the most probable class.
            """)
    String m_predictionColumn = "Prediction (label)";

    @Widget(title = "Append a probability for each class", description = """
            Appends a column "P (label=class)" for each class; the probabilities of a row sum to 1.
            """)
    boolean m_probabilities = true;

    @Widget(title = "Batch size", description = """
            How many images go through the network together. It changes memory and speed, not the result.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    int m_batchSize = InferenceSettings.DEFAULT.batchSize();

    @Widget(title = "Threads", description = "How many processor threads are used; 0 = all but one.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_threads = InferenceSettings.DEFAULT.threads();

    CnnPredictorNodeParameters() {
    }

    CnnPredictorNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE)
            .flatMap(spec -> ColumnSelectionUtil.getFirstCompatibleColumn(spec, PNGImageValue.class))
            .map(column -> column.getName()).orElse("");
    }

    /** The engine's settings. */
    InferenceSettings toSettings() {
        return new InferenceSettings(m_batchSize, m_threads);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
        if (m_predictionColumn == null || m_predictionColumn.isBlank()) {
            throw new InvalidSettingsException("\"Name of the prediction column\" must not be empty.");
        }
    }
}
