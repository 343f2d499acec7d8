// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.fresh;

import java.util.Arrays;
import java.util.function.Function;

import org.frugalvision.engine.evaluate.Interval;
import org.frugalvision.engine.evaluate.Proportion;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.frugalvision.nodes.table.OptionalColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;

/** Settings of the Fresh Test Set Check. */
@LoadDefaultsForAbsentFields
final class FreshTestSetCheckNodeParameters implements NodeParameters {

    /** How the interval of an accuracy is made. */
    enum Method {
            @Label(value = "Wilson", description = "Holds the true accuracy in 95 of 100 test sets on average.")
            WILSON(Proportion::wilson), //
            @Label(value = "Clopper-Pearson", description = """
                Holds the true accuracy in at least 95 of 100 test sets whatever it is, and so is wider.
                """)
            CLOPPER_PEARSON(Proportion::clopperPearson);

        private final Function<Proportion, Interval> m_interval;

        Method(final Function<Proportion, Interval> interval) {
            m_interval = interval;
        }

        Interval of(final Proportion accuracy) {
            return m_interval.apply(accuracy);
        }
    }

    /** One model. */
    @LoadDefaultsForAbsentFields
    static final class Model implements NodeParameters {

        @Widget(title = "Prediction column", description = """
                A column with the classes that a network predicted; both tables must have it.
                """)
        @ChoicesProvider(OptionalColumns.StringsOfFirstPort.class)
        String m_predictionColumn = "";
    }

    @Widget(title = "Label column", description = """
            The column with the true class of each image; both tables must have it.
            """)
    @ChoicesProvider(LabelColumnsProvider.class)
    String m_labelColumn = "";

    @Widget(title = "Prediction columns (None = all)", description = """
            The models to check, a column for each. If no column is chosen, all columns of texts are taken that begin
            with "Prediction" and are in both tables.
            """)
    @ArrayWidget(addButtonText = "Add prediction column", elementTitle = "Model")
    Model[] m_models = {new Model()};

    @Widget(title = "Interval", description = "How the intervals of the accuracies and of their drop are made.")
    Method m_interval = Method.WILSON;

    FreshTestSetCheckNodeParameters() {
    }

    FreshTestSetCheckNodeParameters(final NodeParametersInput input) {
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_labelColumn == null || m_models == null || m_interval == null
            || Arrays.stream(m_models).anyMatch(model -> model.m_predictionColumn == null)) {
            throw new InvalidSettingsException("\"Label column\", \"Prediction columns\" and \"Interval\" must have "
                + "values, but one is missing.");
        }
    }
}
