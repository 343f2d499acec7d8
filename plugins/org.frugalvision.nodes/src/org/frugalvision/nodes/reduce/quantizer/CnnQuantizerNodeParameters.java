// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.quantizer;

import java.util.Optional;

import org.frugalvision.engine.quantize.QuantizationSettings;
import org.frugalvision.engine.quantize.Sensitivity;
import org.frugalvision.engine.quantize.StepRule;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of the CNN Quantizer. */
@LoadDefaultsForAbsentFields
final class CnnQuantizerNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    private static final double PERCENT = 100;

    /** Steps of weights, ranges of activations. */
    @Section(title = "Scales, ranges and mixed bits")
    @Advanced
    interface ScaleSection {
    }

    /** Training of rounded weights. */
    @Section(title = "Fine-tuning")
    @Advanced
    @After(ScaleSection.class)
    interface TuningSection {
    }

    /** How it is computed. */
    @Section(title = "Execution")
    @Advanced
    @After(TuningSection.class)
    interface ExecutionSection {
    }

    /** How bits are given. */
    enum Bits {
            @Label(value = "Same for all layers", description = "All layers get the same number of bits.")
            SAME, //
            @Label(value = "Mixed", description = """
                Each layer gets 8, 6, 4, 3 or 2 bits: those lose bits first whose rounding raises the loss least for
                each bit saved.
                """)
            MIXED;
    }

    /** Refers to how bits are given. */
    static final class BitsReference implements ParameterReference<Bits> {
    }

    /** Whether layers have bits of their own. */
    static final class IsMixed implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(BitsReference.class).isOneOf(Bits.MIXED);
        }
    }

    /** Mirrors {@link Sensitivity}. */
    enum ChosenBy {
            @Label(value = "Measured loss", description = "Each layer is tried alone at each level, which is charged.")
            LOSS, //
            @Label(value = "Curvature", description = """
                The rise of the loss is estimated from its second derivatives, in six passes with gradients. Quicker for
                networks of many layers, and only an estimate.
                """)
            CURVATURE;
    }

    /** Mirrors {@link StepRule}. */
    enum Step {
            @Label(value = "Largest weight", description = "The largest weight is kept as it is.")
            LARGEST, //
            @Label(value = "Least squared error", description = "Large weights may be cut off, so that others fit.")
            LEAST_ERROR;
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

    /** At least 50. */
    static final class From50 extends MinValidation {
        @Override
        protected double getMin() {
            return 50;
        }
    }

    /** At most 8. */
    static final class UpTo8 extends MaxValidation {
        @Override
        protected double getMax() {
            return 8;
        }
    }

    @Widget(title = "Image column", description = "The column with the images (PNG). All images must have one size.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = "The column with the class of each image.")
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    String m_labelColumn = "";

    @Widget(title = "Bits", description = "Whether all layers get the same bits.")
    @ValueSwitchWidget
    @ValueReference(BitsReference.class)
    Bits m_mode = Bits.SAME;

    @Widget(title = "Bits of each weight", description = "How many bits a weight gets; 1 keeps its sign only.")
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = UpTo8.class)
    @Effect(predicate = IsMixed.class, type = EffectType.HIDE)
    int m_bits = QuantizationSettings.DEFAULT.bits();

    @Widget(title = "Mean bits of a weight", description = "How many bits a weight may get in the mean.")
    @NumberInputWidget(minValidation = Limits.FromTwo.class, maxValidation = UpTo8.class)
    @Effect(predicate = IsMixed.class, type = EffectType.SHOW)
    double m_meanBits = QuantizationSettings.DEFAULT.mean();

    @Widget(title = "Choose bits by", description = "How it is found out what a layer loses by fewer bits.")
    @ValueSwitchWidget
    @Effect(predicate = IsMixed.class, type = EffectType.SHOW)
    @Layout(ScaleSection.class)
    ChosenBy m_chosenBy = ChosenBy.LOSS;

    @Widget(title = "Keep first and last layer at 8 bits", description = "They are often the most sensitive ones.")
    @Effect(predicate = IsMixed.class, type = EffectType.SHOW)
    boolean m_keepEnds = QuantizationSettings.DEFAULT.keepEnds();

    @Widget(title = "A scale for each channel", description = """
            Each output of a layer is rounded with a step of its own instead of one for the layer; the file gets 4 bytes
            for each.
            """)
    boolean m_perOutput = QuantizationSettings.DEFAULT.perOutput();

    @Widget(title = "Predict in whole numbers of 8 bits", description = """
            Predictions round activations, too, and multiply whole numbers, which takes a quarter to two thirds of the
            time. Scores differ a little; without it, only the file gets smaller.
            """)
    boolean m_eightBits = QuantizationSettings.DEFAULT.eightBits();

    @Widget(title = "Scale by", description = "What decides about the step of which weights become multiples.")
    @ValueSwitchWidget
    @Layout(ScaleSection.class)
    Step m_scaleBy = Step.LARGEST;

    @Widget(title = "Activations in the range (%)", description = """
            How many of the values of a layer lie in the range that is told of it; the outermost ones are left out on
            both sides alike. Predictions in whole numbers cut off what lies outside; with 100, they take the range in
            which rounding changes least.
            """)
    @NumberInputWidget(minValidation = From50.class, maxValidation = Limits.UpToHundred.class)
    @Layout(ScaleSection.class)
    double m_rangePercent = PERCENT * QuantizationSettings.DEFAULT.range();

    @Widget(title = "Fine-tune", description = """
            Trains the rounded weights on the calibration images, with the optimizer Adam and a rate that falls to zero.
            """)
    @ValueReference(TuneReference.class)
    @Layout(TuningSection.class)
    boolean m_trainRounded;

    @Widget(title = "Epochs", description = "How many times every image is trained on.")
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpToTenThousand.class)
    @Effect(predicate = Tunes.class, type = EffectType.SHOW)
    @Layout(TuningSection.class)
    int m_epochs = 3;

    @Widget(title = "Learning rate", description = "How far the first steps go.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTen.class)
    @Effect(predicate = Tunes.class, type = EffectType.SHOW)
    @Layout(TuningSection.class)
    double m_learningRate = 1e-4;

    @Widget(title = "Seed", description = "The same seed, data and settings give the same network.")
    @Effect(predicate = Tunes.class, type = EffectType.SHOW)
    @Layout(ExecutionSection.class)
    int m_seed;

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Layout(ExecutionSection.class)
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = Limits.THREADS, description = Limits.THREADS_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo256.class)
    @Layout(ExecutionSection.class)
    int m_threads;

    @Widget(title = "Batch size", description = "Images per step of fine-tuning.")
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpTo65536.class)
    @Effect(predicate = Tunes.class, type = EffectType.SHOW)
    @Layout(ExecutionSection.class)
    int m_batchSize = TrainingSettings.DEFAULT.batchSize();

    CnnQuantizerNodeParameters() {
    }

    CnnQuantizerNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings; it refuses what is not possible. */
    QuantizationSettings toSettings() {
        return new QuantizationSettings(m_mode == Bits.MIXED, m_bits, m_meanBits, m_perOutput, m_keepEnds,
            Sensitivity.valueOf(m_chosenBy.name()), StepRule.valueOf(m_scaleBy.name()), m_rangePercent / PERCENT,
            m_eightBits, m_threads);
    }

    /** How to fine-tune, if at all. */
    Optional<TrainingSettings> fineTuning() {
        return m_trainRounded
            ? Optional.of(new TrainingSettings(m_epochs, m_batchSize, m_learningRate, m_seed, true, m_threads,
                UpdaterSettings.DEFAULT, new ScheduleSettings(Choice.of("cosine"), 0), ClassWeights.NONE,
                StoppingSettings.DEFAULT))
            : Optional.empty();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
        EngineCall.configure(this::fineTuning);
    }
}
