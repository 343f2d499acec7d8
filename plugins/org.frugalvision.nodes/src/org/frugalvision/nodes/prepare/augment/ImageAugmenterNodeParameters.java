// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.augment;

import org.frugalvision.engine.augment.Augmentation;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.augment.BorderChoice;
import org.frugalvision.nodes.augment.InterpolationChoice;
import org.frugalvision.nodes.augment.StepParameters;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Image Augmenter. */
@LoadDefaultsForAbsentFields
final class ImageAugmenterNodeParameters implements NodeParameters {

    private static final int MOST_COPIES = 1000;

    private static final int MOST_IMAGES = 1_000_000;

    /** How many versions are made. */
    enum Amount {
            @Label(value = "Of each image", description = "The same number of each image.")
            EACH, //
            @Label(value = "For each class", description = """
                As many as bring every class to the same number of images, shared evenly among the images of the class.
                """)
            CLASS;
    }

    /** Refers to the amount. */
    static final class AmountReference implements ParameterReference<Amount> {
    }

    /** Whether classes are brought to a number. */
    static final class ForClasses implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(AmountReference.class).isOneOf(Amount.CLASS);
        }
    }

    /** How pixels are made. */
    @Section(title = "Rendering")
    @Advanced
    interface RenderingSection {
    }

    /** How the node runs. */
    @Section(title = "Execution")
    @Advanced
    @After(RenderingSection.class)
    interface ExecutionSection {
    }

    @Widget(title = "Image column", description = "The column with the images.")
    @ChoicesProvider(ImageColumnsProvider.class)
    String m_imageColumn = "";

    @Widget(title = "Operations", description = StepParameters.HELP)
    @ArrayWidget(addButtonText = StepParameters.ADD, elementTitle = "Operation", showSortButtons = true)
    StepParameters[] m_steps = {StepParameters.usual("rand-augment", 1)};

    @Widget(title = "New images", description = "How many new images are made.")
    @ValueReference(AmountReference.class)
    @ValueSwitchWidget
    Amount m_amount = Amount.EACH;

    @Widget(title = "Copies of each image", description = "How many new images are made of each image, 1 to 1,000.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToThousand.class)
    @Effect(predicate = ForClasses.class, type = EffectType.HIDE)
    int m_copies = 1;

    @Widget(title = "Label column", description = """
            The column with the class of each image. No new images are made of those without a class.
            """)
    @ChoicesProvider(LabelColumnsProvider.class)
    @Effect(predicate = ForClasses.class, type = EffectType.SHOW)
    String m_labelColumn = "";

    @Widget(title = "Images per class", description = """
            How many images each class has afterwards, 1 to 1,000,000; classes that have more keep them.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToMillion.class)
    @Effect(predicate = ForClasses.class, type = EffectType.SHOW)
    int m_target = 100;

    @Widget(title = "Keep originals", description = "Puts the images themselves in front of what was made of them.")
    boolean m_keepOriginals = true;

    @Widget(title = "Seed", description = """
            Decides every random choice: the same seed, row ID and number of the copy give the same pixels, in whatever
            table the row stands.
            """)
    @Layout(ExecutionSection.class)
    int m_seed;

    @Widget(title = StepParameters.HALVES, description = StepParameters.HALVES_HELP)
    @Layout(RenderingSection.class)
    boolean m_halves;

    @Widget(title = BorderChoice.TITLE, description = BorderChoice.HELP)
    @Layout(RenderingSection.class)
    BorderChoice m_border = BorderChoice.EDGE;

    @Widget(title = InterpolationChoice.TITLE, description = InterpolationChoice.HELP)
    @ValueSwitchWidget
    @Layout(RenderingSection.class)
    InterpolationChoice m_interpolation = InterpolationChoice.BILINEAR;

    ImageAugmenterNodeParameters() {
    }

    ImageAugmenterNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }

    /** What is done to every image. */
    Augmentation toAugmentation() {
        return new Augmentation(StepParameters.toSteps(m_steps), m_halves, m_border.toBorder(),
            m_interpolation.toInterpolation());
    }

    /** How many versions of each image, if all have as many. */
    int toCopies() {
        return between("Copies of each image", MOST_COPIES, m_copies);
    }

    /** How many images each class shall have, if that is what counts. */
    int toTarget() {
        return between("Images per class", MOST_IMAGES, m_target);
    }

    private static int between(final String title, final int most, final int value) {
        if (value < 1 || value > most) {
            throw new SettingsException(title, "must be from 1 to " + Wording.value(most), value,
                "Enter a number such as 10.");
        }
        return value;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toAugmentation);
        EngineCall.configure(this::toCopies);
        EngineCall.configure(this::toTarget);
    }
}
