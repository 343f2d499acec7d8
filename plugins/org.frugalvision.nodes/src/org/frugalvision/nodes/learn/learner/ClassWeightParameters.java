// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.Map;

import org.frugalvision.engine.image.ClassValues;
import org.frugalvision.engine.train.ClassWeights;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Mirrors {@link ClassWeights}; the weights of the classes are typed as one text. */
@LoadDefaultsForAbsentFields
final class ClassWeightParameters implements NodeParameters {

    /** The kinds of the engine, with what people read. */
    enum Kind {
            @Label(value = "None", description = "Every image counts the same.")
            NONE, //
            @Label(value = "Balanced", description = "Every class counts the same, however many images it has.")
            BALANCED, //
            @Label(value = "Custom", description = "You say how much an image of each class counts.")
            GIVEN;
    }

    /** Refers to the kind. */
    static final class KindReference implements ParameterReference<Kind> {
    }

    /** Whether the weights are typed. */
    static final class IsGiven implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.GIVEN);
        }
    }

    @Widget(title = "Class weights", description = """
            How much the images of each class count in the loss. Balanced weights keep rare classes from being
            overlooked; the probabilities of the network then no longer follow the mix of the training images.
            """)
    @ValueReference(KindReference.class)
    Kind m_kind = Kind.NONE;

    @Widget(title = "Weights of the classes", description = """
            The weight of an image of each class, for example "cat=1, dog=2.5"; classes not named count 1. Commas
            separate the classes.
            """)
    @TextInputWidget(placeholder = "cat=1, dog=2.5", patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    String m_given = "";

    /** The engine's settings; it refuses what cannot be trained with. */
    ClassWeights toSettings() {
        return switch (m_kind) {
            case NONE -> ClassWeights.NONE;
            case BALANCED -> ClassWeights.BALANCED;
            case GIVEN -> new ClassWeights(ClassWeights.Kind.GIVEN, given());
        };
    }

    private Map<String, Double> given() {
        return ClassValues.parse("Weights of the classes", m_given);
    }
}
