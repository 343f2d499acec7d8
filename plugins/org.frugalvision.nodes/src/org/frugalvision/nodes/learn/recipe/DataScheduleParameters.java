// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import org.frugalvision.engine.recipe.DataSchedule;
import org.frugalvision.nodes.run.Limits;
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
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of {@link DataSchedule}. */
@LoadDefaultsForAbsentFields
final class DataScheduleParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Kind {
            @Label(value = "Steps", description = "A fraction of the images for each section of the epochs.")
            STEP, //
            @Label(value = "Increment", description = "More images in every epoch.")
            INCREMENT, //
            @Label(value = "Cuts", description = "One of several equal parts of the images after the other.")
            CUT, //
            @Label(value = "Window", description = "A window that moves over the order of the images.")
            WINDOW;
    }

    /** The choices of the engine, with what people read. */
    enum First {
            @Label(value = "Any", description = "At random.")
            RANDOM, //
            @Label(value = "Easy ones", description = "Those nearest to the mean image of their class.")
            EASY, //
            @Label(value = "Hard ones", description = "Those farthest from the mean image of their class.")
            HARD;
    }

    /** Refers to the schedule. */
    static final class KindReference implements ParameterReference<Kind> {
    }

    /** Whether there are fractions. */
    static final class IsStep implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.STEP);
        }
    }

    /** Whether images are added. */
    static final class IsIncrement implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.INCREMENT);
        }
    }

    /** Whether there are cuts. */
    static final class IsCut implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.CUT);
        }
    }

    /** Whether there is a window. */
    static final class IsWindow implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(KindReference.class).isOneOf(Kind.WINDOW);
        }
    }

    @Widget(title = "Schedule", description = "How much of the images each epoch goes through.")
    @ValueReference(KindReference.class)
    Kind m_schedule = Kind.STEP;

    @Widget(title = "Fractions", description = """
            The epochs are divided into as many equal sections as there are fractions; each is above 0, at most 1, and
            commas part them.
            """)
    @TextInputWidget(placeholder = "1, 0.5, 0.25", patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = IsStep.class, type = EffectType.SHOW)
    String m_fractions = "1.0,0.5,0.25";

    @Widget(title = "Increment (share of all images per epoch)",
        description = "By which share of all images each epoch has more than the one before; above 0, at most 1.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    @Effect(predicate = IsIncrement.class, type = EffectType.SHOW)
    double m_increment = DataSchedule.DEFAULT.increment();

    @Widget(title = "Cuts",
        description = "Into how many parts the images are divided, each trained on in turn; from 2 to 1,000.")
    @NumberInputWidget(minValidation = Limits.FromTwo.class, maxValidation = Limits.UpToThousand.class)
    @Effect(predicate = IsCut.class, type = EffectType.SHOW)
    int m_cuts = DataSchedule.DEFAULT.cuts();

    @Widget(title = "Window (share of the images)",
        description = "How much of the images each epoch goes through; above 0, at most 1.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    @Effect(predicate = IsWindow.class, type = EffectType.SHOW)
    double m_window = DataSchedule.DEFAULT.window();

    @Widget(title = "Images that come first",
        description = "Which images of a class stand at the beginning of the order; this matters little for cuts.")
    @ValueSwitchWidget
    First m_first = First.RANDOM;
}
