// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.partition;

import java.util.function.Supplier;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.split.PartSizes;
import org.frugalvision.nodes.run.DialogState;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.frugalvision.nodes.table.ValueColumnsProvider;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Image Partitioner. */
@LoadDefaultsForAbsentFields
final class ImagePartitionerNodeParameters implements NodeParameters {

    private static final double ALL = 100;

    /** How the sizes are given. */
    enum Mode {
            @Label(value = "Percent", description = "The first table gets a share of the images.")
            PERCENT, //
            @Label(value = "Images", description = "The first table gets a number of images.")
            IMAGES, //
            @Label(value = "Folds", description = "The second table gets one of several equal parts.")
            FOLDS;
    }

    /** Refers to the mode. */
    static final class ModeReference implements ParameterReference<Mode> {
    }

    /** Whether the size is a share. */
    static final class InPercent implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(ModeReference.class).isOneOf(Mode.PERCENT);
        }
    }

    /** Whether the size is a number. */
    static final class InImages implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(ModeReference.class).isOneOf(Mode.IMAGES);
        }
    }

    /** Whether there are folds. */
    static final class InFolds implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(ModeReference.class).isOneOf(Mode.FOLDS);
        }
    }

    /** Refers to the number of folds. */
    static final class FoldsReference implements ParameterReference<Integer> {
    }

    /** The held-out fold is one of the folds. */
    static final class LastFold extends DialogState<MaxValidation> implements StateProvider<MaxValidation> {

        private Supplier<Integer> m_count;

        @Override
        public void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
            m_count = initializer.computeFromValueSupplier(FoldsReference.class);
        }

        @Override
        public MaxValidation computeState(final NodeParametersInput context) {
            final int last = m_count.get();
            return new MaxValidation() {
                @Override
                protected double getMax() {
                    return last;
                }
            };
        }
    }

    /** Refers to "Stratify by class". */
    static final class StratifyReference implements BooleanReference {
    }

    /** Refers to "Keep groups together". */
    static final class KeepGroupsReference implements BooleanReference {
    }

    /** How the node runs. */
    @Section(title = "Execution")
    @Advanced
    interface ExecutionSection {
    }

    @Widget(title = "Split by", description = "How the sizes of the two tables are given.")
    @ValueReference(ModeReference.class)
    @ValueSwitchWidget
    Mode m_mode = Mode.PERCENT;

    @Widget(title = "First partition (%)", description = """
            Share of the images that goes into the first table, above 0 and below 100 percent, rounded to the nearest
            image; both tables get at least one image.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.BelowHundred.class)
    @Effect(predicate = InPercent.class, type = EffectType.SHOW)
    double m_percent = 80;

    @Widget(title = "First partition (images)", description = "Number of images that go into the first table.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = InImages.class, type = EffectType.SHOW)
    int m_images = 1000;

    @Widget(title = "Number of folds", description = "Number of equal parts, at least 2.")
    @NumberInputWidget(minValidation = Limits.FromTwo.class)
    @ValueReference(FoldsReference.class)
    @Effect(predicate = InFolds.class, type = EffectType.SHOW)
    int m_folds = 5;

    @Widget(title = "Held-out fold", description = "The fold that becomes the second table (test set), from 1.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidationProvider = LastFold.class)
    @Effect(predicate = InFolds.class, type = EffectType.SHOW)
    int m_heldOutFold = 1;

    @Widget(title = "Stratify by class", description = "Gives every class nearly its share in every part.")
    @ValueReference(StratifyReference.class)
    boolean m_stratify = true;

    @Widget(title = "Label column", description = "The column with the class of each image.")
    @ChoicesProvider(LabelColumnsProvider.class)
    @Effect(predicate = StratifyReference.class, type = EffectType.SHOW)
    String m_labelColumn = "";

    @Widget(title = "Keep groups together", description = """
            Puts images of one group (patient, camera, video) into the same part.
            """)
    @ValueReference(KeepGroupsReference.class)
    boolean m_keepGroups;

    @Widget(title = "Group column", description = """
            The column that says which images belong together, such as the animal, the camera or the video.
            """)
    @ChoicesProvider(ValueColumnsProvider.class)
    @Effect(predicate = KeepGroupsReference.class, type = EffectType.SHOW)
    String m_groupColumn = "";

    @Widget(title = "Seed", description = "Decides every random choice: the same seed gives the same parts.")
    @Layout(ExecutionSection.class)
    int m_seed;

    ImagePartitionerNodeParameters() {
    }

    ImagePartitionerNodeParameters(final NodeParametersInput input) {
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings; it refuses what makes no parts. */
    PartSizes toSizes() {
        switch (m_mode) {
            case IMAGES:
                return new PartSizes.Images(m_images);
            case FOLDS:
                final var folds = new PartSizes.Folds(m_folds);
                if (m_heldOutFold < 1 || m_heldOutFold > m_folds) {
                    throw new SettingsException("Held-out fold", "must be one of the folds 1 to %d".formatted(m_folds),
                        m_heldOutFold, "Enter the number of a fold.");
                }
                return folds;
            default:
                if (!(m_percent > 0 && m_percent < ALL)) {
                    throw new SettingsException("First partition (%)", "must be above 0 and below 100", m_percent,
                        "Enter a percentage such as 80.");
                }
                return new PartSizes.Share(m_percent / ALL);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSizes);
    }
}
