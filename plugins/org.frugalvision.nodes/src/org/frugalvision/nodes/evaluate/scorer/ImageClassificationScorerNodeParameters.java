// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.frugalvision.nodes.table.OptionalColumns;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the Image Classification Scorer. */
@LoadDefaultsForAbsentFields
final class ImageClassificationScorerNodeParameters implements NodeParameters {

    private static final int MOST_MISTAKES = 1_000_000;

    /** What only some need. */
    @Section(title = "Comparison and mistakes")
    @Advanced
    interface MoreSection {
    }

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

    @Widget(title = "Second prediction column", description = """
            The predicted classes of another network for the same images. The output "Comparison" then says whether one
            of the two is right more often (McNemar's test).
            """)
    @ChoicesProvider(OptionalColumns.StringsOfFirstPort.class)
    @Layout(MoreSection.class)
    String m_secondPredictionColumn = "";

    @Widget(title = "Image column", description = """
            The column whose images stand in the table of mistakes. A table without images needs none.
            """)
    @ChoicesProvider(ImageColumnsProvider.class)
    @Layout(MoreSection.class)
    String m_imageColumn = "";

    @Widget(title = "Largest number of mistakes (0 = all)", description = """
            How many rows the table of mistakes has at most. They and their images are held in memory while the node
            runs.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToMillion.class)
    @Layout(MoreSection.class)
    int m_mistakes = 1000;

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
        if (m_secondPredictionColumn == null || m_imageColumn == null) {
            throw new InvalidSettingsException("\"Second prediction column\" and \"Image column\" must be texts, but "
                + "are missing.");
        }
        if (m_mistakes < 0 || m_mistakes > MOST_MISTAKES) {
            throw new InvalidSettingsException("\"Largest number of mistakes\" must be from 0 to 1,000,000, but is "
                + Wording.value(m_mistakes) + ".");
        }
    }
}
