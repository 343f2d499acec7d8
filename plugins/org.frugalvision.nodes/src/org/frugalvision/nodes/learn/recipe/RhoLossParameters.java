// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.RhoLoss;
import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of {@link RhoLoss}. */
@LoadDefaultsForAbsentFields
final class RhoLossParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum By {
            @Label(value = "Reducible loss", description = "The loss above the one that the image keeps anyway.")
            REDUCIBLE_LOSS, //
            @Label(value = "Loss", description = "The loss alone, a baseline.")
            LOSS, //
            @Label(value = "Chance", description = "At random, a baseline.")
            CHANCE;
    }

    /** The choices of the engine, with what people read. */
    enum Judge {
            @Label(value = "A column", description = "A column of the table, chosen in the CNN Learner.")
            COLUMN, //
            @Label(value = "Two networks",
                description = "Two networks, each trained on one half of the images for the other half.")
            HALVES;
    }

    /** The choices of the engine, with what people read. */
    enum Scoring {
            @Label(value = "As in training",
                description = "With dropout and the statistics of the batch, as the authors do it.")
            TRAINING, //
            @Label(value = "As applied", description = "Without dropout and with the running statistics.")
            APPLIED;
    }

    /** Refers to what images are chosen by. */
    static final class ByReference implements ParameterReference<By> {
    }

    /** Refers to the judge. */
    static final class JudgeReference implements ParameterReference<Judge> {
    }

    /** Whether there is an irreducible loss. */
    static final class IsReducible implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(ByReference.class).isOneOf(By.REDUCIBLE_LOSS);
        }
    }

    /** Whether two networks tell it. */
    static final class HasJudges implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getPredicate(IsReducible.class)
                .and(initializer.getEnum(JudgeReference.class).isOneOf(Judge.HALVES));
        }
    }

    /** Whether images are scored. */
    static final class IsScored implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(ByReference.class).isOneOf(By.REDUCIBLE_LOSS, By.LOSS);
        }
    }

    @Widget(title = "Share trained on", description = """
            Which share of the images that are drawn is trained on; above 0, at most 1. At 0.1 ten images are scored
            for each that is trained on.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    double m_share = RhoLoss.DEFAULT.share();

    @Widget(title = "Images are chosen by", description = "What is highest in the images that are trained on.")
    @ValueSwitchWidget
    @ValueReference(ByReference.class)
    By m_by = By.REDUCIBLE_LOSS;

    @Widget(title = "Irreducible loss is told by",
        description = "Who tells the loss that each image keeps, however long one trains.")
    @ValueSwitchWidget
    @ValueReference(JudgeReference.class)
    @Effect(predicate = IsReducible.class, type = EffectType.SHOW)
    Judge m_judge = Judge.COLUMN;

    @Widget(title = "Epochs of the two networks", description = """
            How long each of the two networks is trained on its half of the images, at most 10,000; its best epoch
            counts.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToTenThousand.class)
    @Effect(predicate = HasJudges.class, type = EffectType.SHOW)
    int m_judgeEpochs = RhoLoss.DEFAULT.judgeEpochs();

    @Widget(title = "Images are scored",
        description = "How the network computes the losses of the images it chooses from.")
    @ValueSwitchWidget
    @Layout(CnnTrainingRecipeNodeParameters.FurtherSection.class)
    @Effect(predicate = IsScored.class, type = EffectType.SHOW)
    Scoring m_scoring = Scoring.TRAINING;
}
