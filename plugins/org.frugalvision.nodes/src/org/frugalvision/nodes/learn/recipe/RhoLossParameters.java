// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.RhoLoss;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Settings of {@link RhoLoss}. */
@LoadDefaultsForAbsentFields
final class RhoLossParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Scoring {
            @Label(value = "As in training",
                description = "With dropout and the statistics of the batch, as the authors do it.")
            TRAINING, //
            @Label(value = "As applied", description = "Without dropout and with the running statistics.")
            APPLIED;
    }

    @Widget(title = "Share trained on", description = """
            Which share of the images that are drawn is trained on; above 0, at most 1. At 0.1 ten images are scored
            for each that is trained on.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_share = RhoLoss.DEFAULT.share();

    @Widget(title = "Images are scored",
        description = "How the network computes the losses of the images it chooses from.")
    @ValueSwitchWidget
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    Scoring m_scoring = Scoring.TRAINING;
}
