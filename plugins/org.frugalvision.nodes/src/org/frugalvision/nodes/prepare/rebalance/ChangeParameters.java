// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import org.frugalvision.engine.augment.Augmentation;
import org.frugalvision.nodes.augment.BorderChoice;
import org.frugalvision.nodes.augment.InterpolationChoice;
import org.frugalvision.nodes.augment.StepParameters;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** How repeated images are changed. */
@LoadDefaultsForAbsentFields
final class ChangeParameters implements NodeParameters {

    @Widget(title = "Operations", description = StepParameters.HELP)
    @ArrayWidget(addButtonText = StepParameters.ADD, elementTitle = "Operation", showSortButtons = true)
    @Layout(ClassRebalancerNodeParameters.RepeatedSection.class)
    StepParameters[] m_steps = {StepParameters.usual("rand-augment", 1)};

    @Widget(title = StepParameters.HALVES, description = StepParameters.HALVES_HELP)
    @Layout(ClassRebalancerNodeParameters.RenderingSection.class)
    boolean m_halves;

    @Widget(title = BorderChoice.TITLE, description = BorderChoice.HELP)
    @Layout(ClassRebalancerNodeParameters.RenderingSection.class)
    BorderChoice m_border = BorderChoice.EDGE;

    @Widget(title = InterpolationChoice.TITLE, description = InterpolationChoice.HELP)
    @ValueSwitchWidget
    @Layout(ClassRebalancerNodeParameters.RenderingSection.class)
    InterpolationChoice m_interpolation = InterpolationChoice.BILINEAR;

    /** The engine's steps, with all that belongs to them. */
    Augmentation toAugmentation() {
        return new Augmentation(StepParameters.toSteps(m_steps), m_halves, m_border.toBorder(),
            m_interpolation.toInterpolation());
    }
}
