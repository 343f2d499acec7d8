// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.SharpnessAware;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Settings of {@link SharpnessAware}. */
@LoadDefaultsForAbsentFields
final class SharpnessAwareParameters implements NodeParameters {

    @Widget(title = "Radius", description = "How far up the slope the gradient is taken; above 0, at most 10.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTen.class)
    double m_radius = SharpnessAware.DEFAULT.radius();
}
