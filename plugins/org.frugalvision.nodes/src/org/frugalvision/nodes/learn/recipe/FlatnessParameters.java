// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.Flatness;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of {@link Flatness}. */
@LoadDefaultsForAbsentFields
final class FlatnessParameters implements NodeParameters {

    @Widget(title = "Noise of the weights",
        description = "Standard deviation of the change of each weight, as a share of it; at most 10.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTen.class)
    double m_noise = Flatness.DEFAULT.noise();

    @Widget(title = "Draws",
        description = "How often other noise is drawn, at most 10,000; as many passes over the images.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToTenThousand.class)
    int m_draws = Flatness.DEFAULT.draws();

    @Widget(title = "Images measured (0 = all)",
        description = "At most so many training images are measured after each epoch, the first ones.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToMillion.class)
    int m_images = Flatness.DEFAULT.images();
}
