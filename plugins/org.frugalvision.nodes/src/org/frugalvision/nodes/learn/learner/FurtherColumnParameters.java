// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import org.frugalvision.nodes.run.Connected;
import org.frugalvision.nodes.table.OptionalColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Columns that tell more about the training images than their label. */
@LoadDefaultsForAbsentFields
final class FurtherColumnParameters implements NodeParameters {

    private static final int RECIPE = 3;

    /** Whether there is a recipe, whose methods may read columns. */
    static final class HasRecipe extends Connected {
        HasRecipe() {
            super(RECIPE);
        }
    }

    @Widget(title = "Weight column", description = """
            How much each image counts: numbers of at least 0, such as the weights of an Image Subset Selector. None:
            all count the same.
            """)
    @ChoicesProvider(OptionalColumns.NumbersOfSecondPort.class)
    String m_weight = "";

    @Widget(title = "Source column", description = """
            Where each image comes from, such as a camera or a person; read by methods of the recipe that compare
            sources.
            """)
    @ChoicesProvider(OptionalColumns.StringsOfSecondPort.class)
    @Effect(predicate = HasRecipe.class, type = EffectType.SHOW)
    String m_source = "";

    @Widget(title = "Irreducible loss column", description = """
            The loss of each image under a network that was trained on other images; read by RHO-LOSS.
            """)
    @ChoicesProvider(OptionalColumns.NumbersOfSecondPort.class)
    @Effect(predicate = HasRecipe.class, type = EffectType.SHOW)
    String m_irreducibleLoss = "";
}
