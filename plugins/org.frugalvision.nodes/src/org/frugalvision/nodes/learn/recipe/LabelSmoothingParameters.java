// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.LabelSmoothing;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link LabelSmoothing}. */
@LoadDefaultsForAbsentFields
final class LabelSmoothingParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Spread {
            @Label(value = "All classes", description = "Over all classes, that of the label included.")
            ALL, //
            @Label(value = "The other classes", description = "Over all classes but that of the label.")
            OTHERS;
    }

    @Widget(title = "Smoothing (0 = none)",
        description = "The share of each label that is spread evenly; less than 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.BelowOne.class)
    double m_smoothing = LabelSmoothing.DEFAULT.smoothing();

    @Widget(title = "Spread over", description = "The classes among which the share is divided.")
    @ValueSwitchWidget
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    Spread m_spread = Spread.ALL;

    @Widget(title = "Share of the epochs that smooth (1 = all)", description = """
            Labels are smoothed in so many of the first epochs and stay as they are in the others; above 0, at most 1.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    double m_until = LabelSmoothing.DEFAULT.until();
}
