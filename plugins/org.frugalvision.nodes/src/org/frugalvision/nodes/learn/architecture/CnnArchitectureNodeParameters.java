// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.architecture.MapPattern;
import org.frugalvision.nodes.run.Connected;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.run.MethodChoices;
import org.frugalvision.nodes.table.AnyLabelColumnsProvider;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.Effect;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Settings of the CNN Architecture node. */
@LoadDefaultsForAbsentFields
final class CnnArchitectureNodeParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Normalization {
            @Label(value = "As in the paper", description = "As the paper of the architecture has it.")
            USUAL, //
            @Label(value = "On", description = "After every convolution.")
            ON, //
            @Label(value = "Off", description = "Nowhere.")
            OFF;
    }

    /** The choices of the engine, with what people read. */
    enum NetworkHead {
            @Label(value = "As in the paper", description = "As the paper of the architecture has it.")
            USUAL, //
            @Label(value = "Flatten", description = "All values; the network then takes images of one size only.")
            FLATTEN, //
            @Label(value = "Global average pooling", description = "The mean of each feature map.")
            GLOBAL_AVERAGE, //
            @Label(value = "Spatial pyramid pooling",
                description = "The maxima of 4 x 4, 2 x 2 and 1 x 1 parts of each feature map.")
            PYRAMID;
    }

    /** The choices of the engine, with what people read. */
    enum MapPatternChoice {
            @Label(value = "Channels", description = "All values of a channel (spatial dropout).")
            CHANNELS, //
            @Label(value = "Blocks", description = "The values of squares (DropBlock).")
            BLOCKS, //
            @Label(value = "Largest values", description = "The largest values of each image (MaxDropout).")
            LARGEST;
    }

    /** Refers to the pattern. */
    static final class PatternReference implements ParameterReference<MapPatternChoice> {
    }

    /** Whether blocks are dropped. */
    static final class HasBlocks implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(PatternReference.class).isOneOf(MapPatternChoice.BLOCKS);
        }
    }

    /** For which images the layers are listed. */
    @Section(title = "Layer table")
    interface PlanSection {
    }

    /** What few need. */
    @Section(title = "Further dropout")
    @Advanced
    @After(PlanSection.class)
    interface FurtherSection {
    }

    /** Whether there are images for which the layers are listed. */
    static final class HasImages extends Connected {
        HasImages() {
            super(0);
        }
    }

    /** The registered architectures. */
    static final class Choices extends MethodChoices {
        Choices() {
            super(Architectures::infos);
        }
    }

    /** As the engine has it. */
    static final class LeastWidth extends MinValidation {

        @Override
        protected double getMin() {
            return ArchitectureOptions.LEAST_WIDTH;
        }
    }

    /** As the engine has it. */
    static final class LargestWidth extends MaxValidation {

        @Override
        protected double getMax() {
            return ArchitectureOptions.LARGEST_WIDTH;
        }
    }

    /** As the engine has it. */
    static final class LargestDropout extends MaxValidation {

        @Override
        protected double getMax() {
            return ArchitectureOptions.LARGEST_DROPOUT;
        }
    }

    @Widget(title = "Architecture", description = "The network to train; the node description tells them apart.")
    @ChoicesProvider(Choices.class)
    String m_architecture = "lenet";

    @Widget(title = "Width multiplier", description = """
            A factor on the number of channels and units of all layers, from 0.1 to 8. Half the width needs about a
            quarter of the multiply-adds.
            """)
    @NumberInputWidget(minValidation = LeastWidth.class, maxValidation = LargestWidth.class)
    double m_width = ArchitectureOptions.DEFAULT.width();

    @Widget(title = "Batch normalization", description = """
            Whether the values after each convolution are normalized over the images of a batch, which makes deep
            networks trainable.
            """)
    @ValueSwitchWidget
    Normalization m_batchNorm = Normalization.USUAL;

    @Widget(title = "Dropout (0 = none)", description = """
            Which share of the values before the last layer is dropped at random in training, at most 0.9; against
            learning the training images by heart.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = LargestDropout.class)
    double m_dropout = ArchitectureOptions.DEFAULT.dropout();

    @Widget(title = "Pooling before the last layers", description = """
            How the last feature maps become the values that the last layers take. With a pooling head, which global
            average and spatial pyramid pooling are, the network takes images of any size.
            """)
    NetworkHead m_head = NetworkHead.USUAL;

    @Widget(title = "Dropout of feature maps (0 = none)", description = """
            Which share of the values behind each stage of convolutions is dropped in training, at most 0.9. LeNet
            (wide), VGG (small) and residual networks have it.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = LargestDropout.class)
    @Layout(FurtherSection.class)
    double m_mapDropout = ArchitectureOptions.DEFAULT.mapDropout();

    @Widget(title = "Feature maps are dropped by", description = "What is dropped together behind each stage.")
    @ValueSwitchWidget
    @ValueReference(PatternReference.class)
    @Layout(FurtherSection.class)
    MapPatternChoice m_mapPattern = MapPatternChoice.CHANNELS;

    @Widget(title = "Side of a block (pixels)", description = "At most 64; blocks larger than a map are as large.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo64.class)
    @Effect(predicate = HasBlocks.class, type = EffectType.SHOW)
    @Layout(FurtherSection.class)
    int m_mapBlock = ArchitectureOptions.DEFAULT.mapBlock();

    @Widget(title = "Stochastic depth (0 = none)", description = """
            How often the branch of the last residual block is left out for an image in training, at most 0.9; that of
            earlier ones less often. Residual networks alone have it.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = LargestDropout.class)
    @Layout(FurtherSection.class)
    double m_stochasticDepth = ArchitectureOptions.DEFAULT.stochasticDepth();

    @Widget(title = "Image column", description = """
            The column with the images, of which the first readable one gives the size.
            """)
    @ChoicesProvider(ImageColumnsProvider.class)
    @Effect(predicate = HasImages.class, type = EffectType.SHOW)
    @Layout(PlanSection.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = "The column with the class, or the list of labels, of each image.")
    @ChoicesProvider(AnyLabelColumnsProvider.class)
    @Effect(predicate = HasImages.class, type = EffectType.SHOW)
    @Layout(PlanSection.class)
    String m_labelColumn = "";

    @Effect(predicate = HasImages.class, type = EffectType.HIDE)
    @Layout(PlanSection.class)
    LayerPlanParameters m_plan = new LayerPlanParameters();

    CnnArchitectureNodeParameters() {
    }

    CnnArchitectureNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's options; it refuses what no architecture can be. */
    ArchitectureOptions toSettings() {
        return new ArchitectureOptions(m_width, BatchNorm.valueOf(m_batchNorm.name()), m_dropout,
            Head.valueOf(m_head.name()), m_mapDropout, MapPattern.valueOf(m_mapPattern.name()), m_mapBlock,
            m_stochasticDepth);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(() -> Architectures.info(m_architecture));
        EngineCall.configure(this::toSettings);
        EngineCall.configure(m_plan::shape);
        EngineCall.configure(m_plan::classes);
    }
}
