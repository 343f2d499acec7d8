// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import org.frugalvision.engine.resample.ClassWeighting;
import org.frugalvision.engine.resample.ResamplerInfo.Trait;
import org.frugalvision.engine.resample.Resamplers;
import org.frugalvision.engine.resample.Resampling;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.run.MethodChoices;
import org.frugalvision.nodes.run.MethodChosen;
import org.frugalvision.nodes.run.MethodSettings;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.frugalvision.nodes.table.OptionalColumns;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the Class Rebalancer. */
@LoadDefaultsForAbsentFields
final class ClassRebalancerNodeParameters implements NodeParameters {

    /** What the pixels of repeated images are. */
    @Section(title = "Repeated images")
    interface RepeatedSection {
    }

    /** The class weights. */
    @Section(title = "Class weights")
    @After(RepeatedSection.class)
    interface WeightSection {
    }

    /** How changed pixels are made. */
    @Section(title = "Rendering")
    @Advanced
    @After(WeightSection.class)
    interface RenderingSection {
    }

    /** How the node runs. */
    @Section(title = "Execution")
    @Advanced
    @After(RenderingSection.class)
    interface ExecutionSection {
    }

    /** The registered methods. */
    static final class Methods extends MethodChoices {
        Methods() {
            super(Resamplers::infos);
        }
    }

    /** Refers to the method. */
    static final class MethodReference implements ParameterReference<String> {
    }

    /** Whether the method is chosen. */
    static final class IsOversampling extends MethodChosen {
        IsOversampling() {
            super(MethodReference.class, "oversampling");
        }
    }

    /** Whether the method is chosen. */
    static final class IsUndersampling extends MethodChosen {
        IsUndersampling() {
            super(MethodReference.class, "undersampling");
        }
    }

    /** Whether the method is chosen. */
    static final class IsTargetCount extends MethodChosen {
        IsTargetCount() {
            super(MethodReference.class, "target-count");
        }
    }

    /** Whether the method is chosen. */
    static final class IsWeightedSampling extends MethodChosen {
        IsWeightedSampling() {
            super(MethodReference.class, "weighted-sampling");
        }
    }

    /** Whether the method is chosen. */
    static final class IsClassQuotas extends MethodChosen {
        IsClassQuotas() {
            super(MethodReference.class, "class-quotas");
        }
    }

    /** Whether the method is chosen. */
    static final class IsStepImbalance extends MethodChosen {
        IsStepImbalance() {
            super(MethodReference.class, "step-imbalance");
        }
    }

    /** Whether the method is chosen. */
    static final class IsLinearImbalance extends MethodChosen {
        IsLinearImbalance() {
            super(MethodReference.class, "linear-imbalance");
        }
    }

    /** Whether a method that repeats images is chosen. */
    static final class Repeats extends MethodChosen {
        Repeats() {
            super(MethodReference.class, "oversampling", "target-count", "weighted-sampling", "class-quotas");
        }
    }

    /** Settings of oversampling. */
    @LoadDefaultsForAbsentFields
    static final class OversamplingParameters implements NodeParameters {

        @Widget(title = "Level of balance", description = """
                How many images each class has at least, as a share of the largest class: 1 makes all equal.
                """)
        @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
        double m_balance = 1;
    }

    /** Settings of undersampling. */
    @LoadDefaultsForAbsentFields
    static final class UndersamplingParameters implements NodeParameters {

        @Widget(title = "Level of balance", description = """
                No class keeps more than the smallest one divided by this: 1 makes all equal, 0.5 keeps twice as many.
                """)
        @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
        double m_balance = 1;
    }

    /** Settings of the same number for all. */
    @LoadDefaultsForAbsentFields
    static final class TargetCountParameters implements NodeParameters {

        @Widget(title = "Images per class", description = "How many images each class has afterwards.")
        @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToMillion.class)
        int m_images = 100;
    }

    /** Settings of weighted sampling. */
    @LoadDefaultsForAbsentFields
    static final class WeightedSamplingParameters implements NodeParameters {

        @Widget(title = "Images drawn (0 = as many as there are)", description = "How often an image is drawn.")
        @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToTenMillion.class)
        int m_draws;
    }

    /** Settings of the quota of each class. */
    @LoadDefaultsForAbsentFields
    static final class ClassQuotasParameters implements NodeParameters {

        @Widget(title = "Quotas (empty = all as they are)", description = """
                Number of images of each class, for example "cat=100, dog=50"; classes not named stay as they are.
                """)
        @TextInputWidget(placeholder = "cat=100, dog=50")
        String m_quotas = "";
    }

    /** Settings of step imbalance. */
    @LoadDefaultsForAbsentFields
    static final class StepImbalanceParameters implements NodeParameters {

        @Widget(title = "Share of rare classes", description = """
                Which share of the classes becomes rare; at least one is rare, and one frequent.
                """)
        @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.BelowOne.class)
        double m_share = 0.5;

        @Widget(title = "Ratio", description = "How many images a frequent class has for one of a rare class.")
        @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpToMillion.class)
        double m_ratio = 10;
    }

    /** Settings of linear imbalance. */
    @LoadDefaultsForAbsentFields
    static final class LinearImbalanceParameters implements NodeParameters {

        @Widget(title = "Ratio", description = "How many images the most frequent class has for one of the rarest.")
        @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpToMillion.class)
        double m_ratio = 10;
    }

    /** What the pixels of repeated images are. */
    enum Pixels {
            @Label(value = "The same", description = "Repeated images are copies.")
            SAME, //
            @Label(value = "Changed", description = """
                Each repeated image but the first goes through operations, as in the Image Augmenter.
                """)
            CHANGED;
    }

    /** Refers to the pixels. */
    static final class PixelsReference implements ParameterReference<Pixels> {
    }

    /** Whether repeated images are changed. */
    static final class Changed implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return new Repeats().init(initializer).and(initializer.getEnum(PixelsReference.class)
                .isOneOf(Pixels.CHANGED));
        }
    }

    /** The weight that is appended to every row. */
    enum Weight {
            @Label(value = "None", description = "No weight is appended.")
            NONE, //
            @Label(value = "Inverse frequency", description = "All classes count the same in all.")
            INVERSE_FREQUENCY, //
            @Label(value = "Effective number", description = "Milder: further images of a class tell less and less.")
            EFFECTIVE_NUMBER, //
            @Label(value = "Semantic scale", description = """
                By how different the images of a class are, whatever their number.
                """)
            SEMANTIC_SCALE;
    }

    /** Refers to the weight. */
    static final class WeightReference implements ParameterReference<Weight> {
    }

    /** Whether the semantic scale is measured for its own sake. */
    static final class OtherWeight implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(WeightReference.class).isOneOf(Weight.NONE, Weight.INVERSE_FREQUENCY,
                Weight.EFFECTIVE_NUMBER);
        }
    }

    @Widget(title = "Image column", description = """
            The column with the images; only changed pixels and the semantic scale read it.
            """)
    @ChoicesProvider(ImageColumnsProvider.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = """
            The column with the class of each image. Rows without a class are left out.
            """)
    @ChoicesProvider(LabelColumnsProvider.class)
    String m_labelColumn = "";

    @Widget(title = "Method", description = "How many images of each class there are afterwards.")
    @ChoicesProvider(Methods.class)
    @ValueReference(MethodReference.class)
    String m_method = "oversampling";

    @Effect(predicate = IsOversampling.class, type = EffectType.SHOW)
    OversamplingParameters m_oversampling = new OversamplingParameters();

    @Effect(predicate = IsUndersampling.class, type = EffectType.SHOW)
    UndersamplingParameters m_undersampling = new UndersamplingParameters();

    @Effect(predicate = IsTargetCount.class, type = EffectType.SHOW)
    TargetCountParameters m_targetCount = new TargetCountParameters();

    @Effect(predicate = IsWeightedSampling.class, type = EffectType.SHOW)
    WeightedSamplingParameters m_weightedSampling = new WeightedSamplingParameters();

    @Effect(predicate = IsClassQuotas.class, type = EffectType.SHOW)
    ClassQuotasParameters m_classQuotas = new ClassQuotasParameters();

    @Effect(predicate = IsStepImbalance.class, type = EffectType.SHOW)
    StepImbalanceParameters m_stepImbalance = new StepImbalanceParameters();

    @Effect(predicate = IsLinearImbalance.class, type = EffectType.SHOW)
    LinearImbalanceParameters m_linearImbalance = new LinearImbalanceParameters();

    @Widget(title = "Pixels of repeated images", description = "Whether they are copies or new pixels.")
    @ValueReference(PixelsReference.class)
    @ValueSwitchWidget
    @Effect(predicate = Repeats.class, type = EffectType.SHOW)
    @Layout(RepeatedSection.class)
    Pixels m_repeated = Pixels.SAME;

    @Effect(predicate = Changed.class, type = EffectType.SHOW)
    ChangeParameters m_changes = new ChangeParameters();

    @Widget(title = "Appended weight", description = """
            Appends to every row the weight of its class among the rows of the result, for the weight column of a CNN
            Learner.
            """)
    @ValueReference(WeightReference.class)
    @Layout(WeightSection.class)
    Weight m_weight = Weight.NONE;

    @Widget(title = "Beta of the effective number (0 = equal weights)", description = """
            The nearer to 1, the nearer the weights are to the inverse frequency.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.BelowOne.class)
    @Layout(WeightSection.class)
    double m_effectiveBeta = 0.999;

    @Widget(title = "Measure semantic scale", description = """
            Measures how different the images of each class are, for the table of classes.
            """)
    @Effect(predicate = OtherWeight.class, type = EffectType.SHOW)
    @Layout(WeightSection.class)
    boolean m_semanticScale;

    @Widget(title = "Embedding column", description = """
            A column of lists of numbers, such as the embeddings of a CNN Predictor, for the semantic scale; None: small
            versions of the images are compared.
            """)
    @ChoicesProvider(OptionalColumns.ListsOfFirstPort.class)
    @Layout(WeightSection.class)
    String m_embedding = "";

    @Widget(title = "Seed", description = "Decides every random choice: the same seed gives the same rows.")
    @Layout(ExecutionSection.class)
    int m_seed;

    ClassRebalancerNodeParameters() {
    }

    ClassRebalancerNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings; it refuses what no method can do. */
    Resampling toResampling() {
        return new Resampling(MethodSettings.of(this, m_method), m_seed);
    }

    /** Whether repeated images are to be changed. */
    boolean changes() {
        return m_repeated == Pixels.CHANGED && Resamplers.info(m_method).traits().contains(Trait.REPEATS);
    }

    /** Whether the semantic scale is needed. */
    boolean measuresScale() {
        return m_semanticScale || m_weight == Weight.SEMANTIC_SCALE;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toResampling);
        EngineCall.configure(() -> ClassWeighting.effectiveNumber(new int[]{1}, m_effectiveBeta));
        if (changes()) {
            EngineCall.configure(m_changes::toAugmentation);
        }
    }
}
