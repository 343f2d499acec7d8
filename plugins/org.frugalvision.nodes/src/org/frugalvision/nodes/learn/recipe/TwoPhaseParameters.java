// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.TwoPhaseTraining;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Settings of {@link TwoPhaseTraining}. */
@LoadDefaultsForAbsentFields
final class TwoPhaseParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Balance {
            @Label(value = "Oversampling", description = "Images of small classes are repeated.")
            OVERSAMPLING, //
            @Label(value = "Undersampling", description = """
                Part of the images of large classes is left out, drawn anew in every epoch.
                """)
            UNDERSAMPLING;
    }

    @Widget(title = "Share of the first phase", description = """
            Which share of the epochs trains all layers on classes made equal; above 0, less than 1.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.BelowOne.class)
    double m_share = TwoPhaseTraining.DEFAULT.share();

    @Widget(title = "Classes are made equal by",
        description = "What is done to classes of different sizes in the first phase.")
    @ValueSwitchWidget
    Balance m_balance = Balance.OVERSAMPLING;

    @Widget(title = "Learning rate factor of the second phase", description = """
            By what the learning rate is multiplied when the last layer is trained alone; above 0, at most 1.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_rate = TwoPhaseTraining.DEFAULT.rate();
}
