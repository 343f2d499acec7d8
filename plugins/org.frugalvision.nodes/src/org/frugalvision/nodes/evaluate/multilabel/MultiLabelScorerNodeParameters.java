// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.multilabel;

import org.frugalvision.engine.evaluate.FBeta;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelKind;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of the Multi-label Scorer. */
@LoadDefaultsForAbsentFields
final class MultiLabelScorerNodeParameters implements NodeParameters {

    /** Offers the columns of lists of strings of the first port. */
    static final class ListColumns implements FilteredInputTableColumnsProvider {

        @Override
        public boolean isIncluded(final DataColumnSpec column) {
            return LabelKind.LISTS.fits(column);
        }
    }

    /** The least beta. */
    static final class FromATenth extends MinValidation {

        @Override
        protected double getMin() {
            return 0.1;
        }
    }

    @Widget(title = "Label column", description = "The column with the list of true labels of each image.")
    @ChoicesProvider(ListColumns.class)
    String m_labelColumn = "";

    @Widget(title = "Prediction column", description = """
            The column with the list of predicted labels. It only names the columns of probabilities, which belong to it
            by their names; labels are told anew by the thresholds.
            """)
    @ChoicesProvider(ListColumns.class)
    String m_predictionColumn = "";

    @Widget(title = "Beta", description = """
            How many times as much as precision recall counts in the F-beta score: 2 gives F2, 1 gives F1.
            """)
    @NumberInputWidget(minValidation = FromATenth.class, maxValidation = Limits.UpToTen.class)
    double m_beta = FBeta.DEFAULT.beta();

    @Widget(title = "Threshold of labels", description = """
            The one threshold for all classes, 0 to 1: labels are told if their probability is above it.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    double m_labelThreshold = 0.5;

    MultiLabelScorerNodeParameters() {
    }

    MultiLabelScorerNodeParameters(final NodeParametersInput input) {
        m_labelColumn = input.getInTableSpec(0).map(table -> LabelColumn.suggested(table, LabelKind.LISTS)).orElse("");
        m_predictionColumn =
            input.getInTableSpec(0).map(MultiLabelScorerNodeParameters::firstPrediction).orElse("");
    }

    /** The first column of lists whose name begins with "Prediction"; empty if there is none. */
    static String firstPrediction(final DataTableSpec table) {
        return table.stream().filter(LabelKind.LISTS::fits).map(DataColumnSpec::getName)
            .filter(name -> name.startsWith("Prediction")).findFirst().orElse("");
    }

    /** What the engine scores with. */
    FBeta toScore() {
        return new FBeta(m_beta);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toScore);
        if (!(m_labelThreshold >= 0 && m_labelThreshold <= 1)) {
            throw new InvalidSettingsException(
                "\"Threshold of labels\" must be between 0 and 1, but is " + Wording.value(m_labelThreshold) + ".");
        }
    }
}
