// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.RunTimeAugmentation;
import org.frugalvision.nodes.augment.BorderChoice;
import org.frugalvision.nodes.augment.InterpolationChoice;
import org.frugalvision.nodes.augment.StepParameters;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Settings of {@link RunTimeAugmentation}. */
@LoadDefaultsForAbsentFields
final class AugmentationParameters implements NodeParameters {

    @Widget(title = "Operations", description = StepParameters.HELP)
    @ArrayWidget(addButtonText = StepParameters.ADD, elementTitle = "Operation", showSortButtons = true)
    StepParameters[] m_steps = {StepParameters.usual("rand-augment", 1)};

    @Widget(title = StepParameters.HALVES, description = StepParameters.HALVES_HELP)
    boolean m_halves;

    @Widget(title = BorderChoice.TITLE, description = BorderChoice.HELP)
    BorderChoice m_border = BorderChoice.EDGE;

    @Widget(title = InterpolationChoice.TITLE, description = InterpolationChoice.HELP)
    @ValueSwitchWidget
    InterpolationChoice m_interpolation = InterpolationChoice.BILINEAR;
}
