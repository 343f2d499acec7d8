// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.pruner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.prune.Allocation;
import org.frugalvision.engine.prune.PruningSettings;
import org.frugalvision.engine.prune.Quantity;
import org.frugalvision.engine.prune.Removed;
import org.frugalvision.engine.prune.Schedule;
import org.frugalvision.engine.prune.WidthRules;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.Schedules;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;
import org.frugalvision.nodes.reduce.CriterionChoice;
import org.frugalvision.nodes.run.DeviceChoice;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of the CNN Pruner. */
@LoadDefaultsForAbsentFields
final class CnnPrunerNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    private static final int VALIDATION = 2;

    private static final double PERCENT = 100;

    /** What happens after each step. */
    @Section(title = "Fine-tuning and rollback")
    interface TuningSection {
    }

    /** What goes from where. */
    @Section(title = "Layers")
    @Advanced
    @After(TuningSection.class)
    interface LayerSection {
    }

    /** How it is computed. */
    @Section(title = "Execution")
    @Advanced
    @After(LayerSection.class)
    interface ExecutionSection {
    }

    /** Mirrors {@link Removed}. */
    enum What {
            @Label(value = "Channels", description = "The network becomes smaller and faster.")
            CHANNELS, //
            @Label(value = "Single weights", description = """
                    The weights of the smallest absolute value become 0 and stay so in fine-tuning. Only the file
                    becomes smaller: computing takes as long as before.
                    """)
            WEIGHTS, //
            @Label(value = "Rank of dense layers", description = """
                    Dense layers become products of two smaller ones. Saves what dense layers take, little in networks
                    that end with global pooling.
                    """)
            RANKS;
    }

    /** Refers to what is removed. */
    static final class WhatReference implements ParameterReference<What> {
    }

    /** Whether channels are removed. */
    static final class OfChannels implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(WhatReference.class).isOneOf(What.CHANNELS);
        }
    }

    /** Whether single weights are removed. */
    static final class OfWeights implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(WhatReference.class).isOneOf(What.WEIGHTS);
        }
    }

    /** Whether ranks are removed. */
    static final class OfRanks implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(WhatReference.class).isOneOf(What.RANKS);
        }
    }

    /** Mirrors {@link Quantity}. */
    enum Target {
            @Label(value = "Multiply-adds", description = "Multiply-adds of one image.")
            MULTIPLY_ADDS, //
            @Label(value = "Parameters", description = "Stored values.")
            PARAMETERS, //
            @Label(value = "File size", description = "Bytes of the network's file.")
            FILE_BYTES, //
            @Label(value = "Measured time", description = """
                    Time for an image in a batch, measured on this machine. The result then depends on the machine.
                    """)
            LATENCY;
    }

    /** Mirrors {@link Allocation}. */
    enum Sharing {
            @Label(value = "Same share of each layer", description = "Every layer keeps the same share of channels.")
            UNIFORM, //
            @Label(value = "Lowest scores of the network", description = """
                    Channels of all layers are compared. Scores that mean different things in different layers are
                    divided by their root mean square.
                    """)
            GLOBAL, //
            @Label(value = "By sensitivity", description = """
                    Layers lose more whose loss costs less accuracy on the images for scoring. A quarter, a half and
                    three quarters of each layer are tried, which is charged.
                    """)
            SENSITIVITY;
    }

    /** Mirrors {@link Schedule.Kind}. */
    enum Steps {
            @Label(value = "One shot", description = "All at once.")
            ONE_SHOT, //
            @Label(value = "Geometric", description = "Each step keeps the same share of what the step before left.")
            GEOMETRIC, //
            @Label(value = "Cubic", description = "Large steps first, small ones last.")
            CUBIC;
    }

    /** Refers to the schedule. */
    static final class StepsReference implements ParameterReference<Steps> {
    }

    /** Whether there are several steps. */
    static final class SeveralSteps implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(StepsReference.class).isOneOf(Steps.GEOMETRIC, Steps.CUBIC);
        }
    }

    /** How the learning rate changes, by ids of {@link Schedules}. */
    enum Rate {
            @Label(value = "Constant", description = "The same all the time.")
            CONSTANT("constant"), //
            @Label(value = "Cosine", description = "Falls to zero along half a cosine in each fine-tuning.")
            COSINE("cosine"), //
            @Label(value = "One cycle", description = "Rises first and then falls to almost zero.")
            ONE_CYCLE("one-cycle");

        private final String m_id;

        Rate(final String id) {
            m_id = id;
        }
    }

    /** Refers to whether it fine-tunes. */
    static final class TuneReference implements ParameterReference<Boolean> {
    }

    /** Whether it fine-tunes. */
    static final class Tunes implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getBoolean(TuneReference.class).isTrue();
        }
    }

    /** Refers to whether it rolls back. */
    static final class RollbackReference implements ParameterReference<Boolean> {
    }

    /** Whether there are validation images, or it shall roll back, which needs them. */
    static final class Validated implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getConstant(input -> input.getInPortSpec(VALIDATION).isPresent())
                .or(initializer.getBoolean(RollbackReference.class).isTrue());
        }
    }

    /** Whether it rolls back. */
    static final class RollsBack implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getBoolean(RollbackReference.class).isTrue();
        }
    }

    @Widget(title = "Image column", description = "The column with the images (PNG). All images must have one size.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = "The column with the class of each image.")
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    String m_labelColumn = "";

    @Widget(title = "Remove", description = "What is taken away.")
    @ValueReference(WhatReference.class)
    What m_removed = What.CHANNELS;

    @Widget(title = "Criterion", description = """
            Which channels go first; the node description tells the criteria apart.
            """)
    @ChoicesProvider(CriterionChoice.class)
    @Effect(predicate = OfChannels.class, type = EffectType.SHOW)
    String m_criterion = PruningSettings.DEFAULT.criterion().method();

    @Widget(title = "Target", description = "What shall become less.")
    @Effect(predicate = OfWeights.class, type = EffectType.HIDE)
    Target m_quantity = Target.MULTIPLY_ADDS;

    @Widget(title = "Keep (%)", description = """
            How much is left in the end, in percent of the whole network: of the target, or of single weights.
            """)
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = UpTo99.class)
    double m_keepPercent = PERCENT * PruningSettings.DEFAULT.share();

    @Widget(title = "Schedule", description = "In which steps the network becomes smaller.")
    @ValueSwitchWidget
    @Effect(predicate = OfRanks.class, type = EffectType.HIDE)
    @ValueReference(StepsReference.class)
    Steps m_schedule = Steps.ONE_SHOT;

    @Widget(title = "Steps", description = "How many steps there are.")
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpToHundred.class)
    @Effect(predicate = SeveralSteps.class, type = EffectType.SHOW)
    int m_steps = 3;

    @Widget(title = "What goes from where", description = "How what goes is shared out among the layers.")
    @Layout(LayerSection.class)
    @Effect(predicate = OfRanks.class, type = EffectType.HIDE)
    Sharing m_allocation = Sharing.UNIFORM;

    @Widget(title = "Least channels", description = "No layer that has more is left with fewer channels.")
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpTo65536.class)
    @Layout(LayerSection.class)
    @Effect(predicate = OfChannels.class, type = EffectType.SHOW)
    int m_least = PruningSettings.DEFAULT.widths().least();

    @Widget(title = "Round channels to a multiple of", description = """
            Widths become multiples of this number, half to even; 1 rounds nothing. Processors compute 8 or 16 channels
            at a time, so that other widths save less time.
            """)
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = UpTo1024.class)
    @Layout(LayerSection.class)
    @Effect(predicate = OfChannels.class, type = EffectType.SHOW)
    int m_multiple = PruningSettings.DEFAULT.widths().multiple();

    @Widget(title = "Layers to keep (empty = none)", description = """
            Names of layers whose channels all stay, separated by commas. The view of the network port shows the names.
            """)
    @Layout(LayerSection.class)
    @Effect(predicate = OfChannels.class, type = EffectType.SHOW)
    String m_keep = "";

    @Widget(title = "Add constants of removed channels", description = """
            Adds what removed channels give without any input to the layers behind them. Exact only where nothing is
            padded and their weights are zero already.
            """)
    @Layout(LayerSection.class)
    @Effect(predicate = OfChannels.class, type = EffectType.SHOW)
    boolean m_fold;

    @Widget(title = "Images for scoring", description = """
            How many training images criteria and sensitivity look at, drawn at random.
            """)
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpToMillion.class)
    @Layout(LayerSection.class)
    @Effect(predicate = OfChannels.class, type = EffectType.SHOW)
    int m_images = PruningSettings.DEFAULT.images();

    @Widget(title = "Fine-tune after each step", description = "Trains the smaller network on the training images.")
    @ValueReference(TuneReference.class)
    @Layout(TuningSection.class)
    boolean m_fineTune = true;

    @Widget(title = "Epochs", description = "How many times every image is trained on after each step.")
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpToTenThousand.class)
    @Effect(predicate = Tunes.class, type = EffectType.SHOW)
    @Layout(TuningSection.class)
    int m_epochs = 3;

    @Widget(title = "Learning rate", description = "How far each step of the optimizer Adam goes.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTen.class)
    @Effect(predicate = Tunes.class, type = EffectType.SHOW)
    @Layout(TuningSection.class)
    double m_learningRate = TrainingSettings.DEFAULT.learningRate();

    @Widget(title = "Learning rate schedule", description = """
            How the learning rate changes while it fine-tunes. A rate that falls to zero mostly ends better.
            """)
    @ValueSwitchWidget
    @Effect(predicate = Tunes.class, type = EffectType.SHOW)
    @Layout(TuningSection.class)
    Rate m_rate = Rate.CONSTANT;

    @Widget(title = "Roll back", description = """
            Stops when a step costs more accuracy on the validation images than allowed, and gives back the network of
            the step before. Needs validation images.
            """)
    @ValueReference(RollbackReference.class)
    @Effect(predicate = Validated.class, type = EffectType.SHOW)
    @Layout(TuningSection.class)
    boolean m_rollback;

    @Widget(title = "Allowed loss (percent points, 0 = none)", description = """
            How much lower than that of the whole network the accuracy may be, after fine-tuning.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToHundred.class)
    @Effect(predicate = RollsBack.class, type = EffectType.SHOW)
    @Layout(TuningSection.class)
    double m_allowedLoss = PERCENT * PruningSettings.DEFAULT.allowedLoss();

    @Widget(title = "Seed", description = "The same seed, data and settings give the same network, unless time is the "
        + "target.")
    @Layout(ExecutionSection.class)
    int m_seed;

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Layout(ExecutionSection.class)
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = Limits.THREADS, description = Limits.THREADS_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo256.class)
    @Layout(ExecutionSection.class)
    int m_threads;

    @Widget(title = "Batch size", description = "Images per step of fine-tuning, and for which time is measured.")
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpTo65536.class)
    @Layout(ExecutionSection.class)
    int m_batchSize = PruningSettings.DEFAULT.batchSize();

    /** At most 99. */
    static final class UpTo99 extends MaxValidation {
        @Override
        protected double getMax() {
            return 99;
        }
    }

    /** At most 1,024. */
    static final class UpTo1024 extends MaxValidation {
        @Override
        protected double getMax() {
            return 1_024;
        }
    }

    CnnPrunerNodeParameters() {
    }

    CnnPrunerNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings; it refuses what cannot be pruned with. */
    PruningSettings toSettings() {
        if (m_allowedLoss < 0) { // a hundredth of the smallest number is 0
            throw new SettingsException("Allowed loss (percent points, 0 = none)", "must be between 0 and 100",
                m_allowedLoss);
        }
        return new PruningSettings(Removed.valueOf(m_removed.name()), Choice.of(m_criterion),
            Allocation.valueOf(m_allocation.name()), Quantity.valueOf(m_quantity.name()), m_keepPercent / PERCENT,
            m_removed == What.RANKS ? Schedule.ONE_SHOT
                : new Schedule(Schedule.Kind.valueOf(m_schedule.name()), m_steps),
            new WidthRules(m_least, m_multiple, keep()), m_fold, m_rollback, m_allowedLoss / PERCENT, m_images, m_seed,
            m_threads, m_batchSize);
    }

    /** How to fine-tune, if at all. */
    Optional<TrainingSettings> fineTuning() {
        return m_fineTune
            ? Optional.of(new TrainingSettings(m_epochs, m_batchSize, m_learningRate, m_seed, true, m_threads,
                UpdaterSettings.DEFAULT, new ScheduleSettings(Choice.of(m_rate.m_id), 0), ClassWeights.NONE,
                StoppingSettings.DEFAULT))
            : Optional.empty();
    }

    private List<String> keep() {
        return m_keep == null ? List.of()
            : Arrays.stream(m_keep.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
        EngineCall.configure(this::fineTuning);
    }
}
