// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.quantizer;

import org.frugalvision.engine.quantize.QuantizationSettings;
import org.frugalvision.nodes.reduce.ReduceLimits;
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

/** Settings of the CNN Quantizer. */
@LoadDefaultsForAbsentFields
final class CnnQuantizerNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    /** How it is computed. */
    @Section(title = "Execution")
    @Advanced
    interface ExecutionSection {
    }

    /** How bits are given. */
    enum Bits {
            @Label(value = "Same for all layers", description = "All layers get the same number of bits.")
            SAME, //
            @Label(value = "Mixed", description = """
                Each layer gets 8, 6, 4, 3 or 2 bits: those lose bits first whose rounding raises the loss least for
                each bit saved. Each layer is tried at each level, which is charged.
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

    @Widget(title = "Bits of each weight", description = "How many bits a weight gets.")
    @NumberInputWidget(minValidation = Limits.FromTwo.class, maxValidation = UpTo8.class)
    @Effect(predicate = IsMixed.class, type = EffectType.HIDE)
    int m_bits = QuantizationSettings.DEFAULT.bits();

    @Widget(title = "Mean bits of a weight", description = "How many bits a weight may get in the mean.")
    @NumberInputWidget(minValidation = Limits.FromTwo.class, maxValidation = UpTo8.class)
    @Effect(predicate = IsMixed.class, type = EffectType.SHOW)
    double m_meanBits = QuantizationSettings.DEFAULT.mean();

    @Widget(title = "Keep first and last layer at 8 bits", description = "They are often the most sensitive ones.")
    @Effect(predicate = IsMixed.class, type = EffectType.SHOW)
    boolean m_keepEnds = QuantizationSettings.DEFAULT.keepEnds();

    @Widget(title = "A scale for each channel", description = """
            Each output of a layer is rounded with a step of its own instead of one for the layer; the file gets 4 bytes
            for each.
            """)
    boolean m_perOutput = QuantizationSettings.DEFAULT.perOutput();

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Layout(ExecutionSection.class)
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = Limits.THREADS, description = Limits.THREADS_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = ReduceLimits.UpTo256.class)
    @Layout(ExecutionSection.class)
    int m_threads;

    CnnQuantizerNodeParameters() {
    }

    CnnQuantizerNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings; it refuses what is not possible. */
    QuantizationSettings toSettings() {
        return new QuantizationSettings(m_mode == Bits.MIXED, m_bits, m_meanBits, m_perOutput, m_keepEnds, m_threads);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
    }
}
