// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.ChannelSparsity;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Settings of {@link ChannelSparsity}. */
@LoadDefaultsForAbsentFields
final class ChannelSparsityParameters implements NodeParameters {

    @Widget(title = "Sparsity", description = """
            The strength of the pull; above 0, at most 1. 0.0001 is a usual value.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_strength = ChannelSparsity.DEFAULT.strength();
}
