// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the Image Classification Scorer. */
@LoadDefaultsForAbsentFields
final class ImageClassificationScorerNodeParameters implements NodeParameters {

    @Widget(title = "Label column", description = "The column with the true class of each image.")
    @ChoicesProvider(LabelColumnsProvider.class)
    String m_labelColumn = "";

    @Widget(title = "Prediction column", description = "The column with the predicted class of each image.")
    @ChoicesProvider(LabelColumnsProvider.class)
    String m_predictionColumn = "";

    @Widget(title = "Name of the result", description = """
            The row ID of this result in the table of overall scores and the title of the picture. It must differ
            from the names of the earlier results.
            """)
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    String m_resultName = "Result";

    ImageClassificationScorerNodeParameters() {
    }

    ImageClassificationScorerNodeParameters(final NodeParametersInput input) {
        final var columns = input.getInTableSpec(0)
            .map(spec -> ColumnSelectionUtil.getCompatibleColumns(spec, StringValue.class)).stream()
            .flatMap(compatible -> compatible.stream()).map(column -> column.getName()).toList();
        if (!columns.isEmpty()) {
            m_labelColumn = columns.get(0);
            m_predictionColumn = columns.stream().filter(name -> name.startsWith("Prediction")).findFirst()
                .orElse(columns.get(columns.size() - 1));
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_resultName == null || m_resultName.isBlank()) {
            throw new InvalidSettingsException("\"Name of the result\" must not be empty.");
        }
    }
}
