// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.table.OptionalColumns;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/** Columns that tell what a method must know, where it is not asked of the network. */
@LoadDefaultsForAbsentFields
final class SourceParameters implements NodeParameters {

    @Widget(title = "Prediction column", description = """
            The prediction of a CNN Predictor whose probabilities are used; None: the connected network makes them.
            """)
    @ChoicesProvider(OptionalColumns.StringsOfFirstPort.class)
    @Effect(predicate = NeedEffects.ReadsProbabilities.class, type = EffectType.SHOW)
    String m_prediction = "";

    @Widget(title = "Embedding column", description = """
            A column of lists of numbers, such as the embeddings of a CNN Predictor; None: the connected network makes
            them, and without a network small versions of the images stand for them.
            """)
    @ChoicesProvider(OptionalColumns.ListsOfFirstPort.class)
    @Effect(predicate = NeedEffects.ReadsVectors.class, type = EffectType.SHOW)
    String m_embedding = "";

    @Widget(title = "Prediction column of the round before", description = """
            The prediction of the network of the round before, with its probabilities beside it.
            """)
    @ChoicesProvider(OptionalColumns.StringsOfFirstPort.class)
    @Effect(predicate = MethodPredicates.IsTod.class, type = EffectType.SHOW)
    String m_previous = "";

    @Widget(title = "Pretext loss column", description = """
            The loss of each image in a pretext task; None: the column "Pretext loss", or where there is none a network
            like the connected one is trained to tell by how much images are turned.
            """)
    @ChoicesProvider(OptionalColumns.NumbersOfFirstPort.class)
    @Effect(predicate = MethodPredicates.IsPretext.class, type = EffectType.SHOW)
    String m_pretextLoss = "";

    @Widget(title = "EL2N or GraNd column", description = """
            Numbers from earlier trainings; None: networks of the connected architecture are trained inside.
            """)
    @ChoicesProvider(OptionalColumns.NumbersOfFirstPort.class)
    @Effect(predicate = MethodPredicates.IsEarly.class, type = EffectType.SHOW)
    String m_early = "";

    @Widget(title = "Forgetting events column", description = """
            How often each image was forgotten, from the outcomes of a CNN Learner with the method Training history;
            None: the column "Forgetting events".
            """)
    @ChoicesProvider(OptionalColumns.NumbersOfFirstPort.class)
    @Effect(predicate = NeedEffects.ReadsForgetting.class, type = EffectType.SHOW)
    String m_forgetting = "";
}
