// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.ResolutionSchedule;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of {@link ResolutionSchedule}. */
@LoadDefaultsForAbsentFields
final class ResolutionScheduleParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Unit {
            @Label(value = "Epoch", description = "Whole epochs are shrunk or not, as in the paper.")
            EPOCH, //
            @Label(value = "Batch", description = "Every batch is shrunk or not.")
            BATCH;
    }

    @Widget(title = "Scale", description = """
            The edges of a shrunk image over those of the full one; above 0, less than 1. An edge never gets shorter
            than 8 pixels.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.BelowOne.class)
    double m_scale = ResolutionSchedule.DEFAULT.scale();

    @Widget(title = "Probability", description = "Which share of the epochs (or batches) is shrunk, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    double m_probability = ResolutionSchedule.DEFAULT.probability();

    @Widget(title = "Share of full epochs at the end", description = """
            Which share of the epochs, at the end, sees the full images in any case; from 0 to 1.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    double m_fullShare = ResolutionSchedule.DEFAULT.fullShare();

    @Widget(title = "Drawn for each", description = "What is shrunk or not as a whole.")
    @ValueSwitchWidget
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    Unit m_unit = Unit.EPOCH;
}
