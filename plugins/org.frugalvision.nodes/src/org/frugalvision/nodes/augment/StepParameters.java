// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.augment;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.augment.OperationInfo;
import org.frugalvision.engine.augment.Operations;
import org.frugalvision.engine.augment.Step;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.run.MethodChoices;
import org.frugalvision.nodes.run.MethodChosen;
import org.frugalvision.nodes.run.MethodSettings;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of one step of an augmentation, an element of a list. */
@LoadDefaultsForAbsentFields
public final class StepParameters implements NodeParameters, MethodSettings.Element {

    /** What the button that adds a step says. */
    public static final String ADD = "Add operation";

    /** What the list says about itself. */
    public static final String HELP = """
            What is done to an image, in this order; the node description tells the operations apart.
            """;

    /** What the setting that sends halves through the list by themselves is called. */
    public static final String HALVES = "Halves by themselves (YOCO)";

    /** What that setting says about itself. */
    public static final String HALVES_HELP = """
            Cuts each image in two, across its width or its height, and does everything to either half by itself.
            """;

    /** The registered operations. */
    static final class Choices extends MethodChoices {
        Choices() {
            super(Operations::infos);
        }
    }

    /** Where the range of magnitudes comes from. */
    enum Strength {
            @Label(value = "Usual", description = "The usual range of the operation, see the node description.")
            USUAL, //
            @Label(value = "Custom", description = "A range of your own.")
            OWN;
    }

    /** Refers to where the range comes from. */
    static final class StrengthReference implements ParameterReference<Strength> {
    }

    /** Refers to the operation. */
    static final class OperationReference implements ParameterReference<String> {
    }

    /** Whether the operation has a magnitude. */
    static final class HasMagnitude extends MethodChosen {
        HasMagnitude() {
            super(OperationReference.class, Operations.infos().stream().filter(info -> info.magnitude().isThere())
                .map(OperationInfo::id).toArray(String[]::new));
        }
    }

    /** Whether it has one, and the range is the user's own. */
    static final class OwnStrength implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(StrengthReference.class).isOneOf(Strength.OWN)
                .and(initializer.getPredicate(HasMagnitude.class));
        }
    }

    @Widget(title = "Operation", description = "What is done.")
    @ChoicesProvider(Choices.class)
    @ValueReference(OperationReference.class)
    String m_operation = "horizontal-flip";

    @Widget(title = "Probability", description = "Which share of the images it is done to, from 0 to 1.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    double m_probability = 0.5;

    @Widget(title = "Strength", description = "From which range the magnitude of each image is drawn.")
    @ValueReference(StrengthReference.class)
    @ValueSwitchWidget
    @Effect(predicate = HasMagnitude.class, type = EffectType.SHOW)
    Strength m_strength = Strength.USUAL;

    @Widget(title = "Smallest magnitude", description = """
            The least magnitude, in the unit of the operation (see the node description).
            """)
    @NumberInputWidget(minValidation = Limits.FromMinus180.class, maxValidation = Limits.UpTo256.class)
    @Effect(predicate = OwnStrength.class, type = EffectType.SHOW)
    double m_smallest;

    @Widget(title = "Largest magnitude", description = """
            The greatest magnitude, in the unit of the operation (see the node description).
            """)
    @NumberInputWidget(minValidation = Limits.FromMinus180.class, maxValidation = Limits.UpTo256.class)
    @Effect(predicate = OwnStrength.class, type = EffectType.SHOW)
    double m_largest = 1;

    /**
     * @param operation id of an operation
     * @param probability which share of the images it is done to
     * @return the step at its usual strength
     */
    public static StepParameters usual(final String operation, final double probability) {
        final var step = new StepParameters();
        step.m_operation = operation;
        step.m_probability = probability;
        return step;
    }

    /**
     * @param list as it was loaded
     * @return the engine's steps
     */
    public static List<Step> toSteps(final StepParameters[] list) {
        return Arrays.stream(list).map(StepParameters::toStep).toList();
    }

    private Step toStep() {
        return m_strength == Strength.USUAL ? Step.usual(m_operation, m_probability)
            : new Step(m_operation, m_probability, m_smallest, m_largest);
    }

    @Override
    public String text() {
        return toStep().text();
    }
}
