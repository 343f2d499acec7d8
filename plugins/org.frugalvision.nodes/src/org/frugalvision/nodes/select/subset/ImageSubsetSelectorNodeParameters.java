// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.engine.predict.DropoutPasses;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.select.Budget;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.SelectorInfo;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.engine.train.EarlyNorms;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.run.MethodChoices;
import org.frugalvision.nodes.run.MethodSettings;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Image Subset Selector. */
@LoadDefaultsForAbsentFields
final class ImageSubsetSelectorNodeParameters implements NodeParameters {

    private static final double ALL = 100;

    /** How the budget is given. */
    enum BudgetUnit {
            @Label(value = "Images", description = "A number of images.")
            IMAGES, //
            @Label(value = "Percent", description = "A share of the images of the input, rounded to the nearest image.")
            PERCENT, //
            @Label(value = "Images per class", description = "The same number of images of each class; needs labels.")
            PER_CLASS;
    }

    /** The registered methods. */
    static final class Methods extends MethodChoices {
        Methods() {
            super(Selectors::infos);
        }
    }

    /** Refers to the method. */
    static final class MethodReference implements ParameterReference<String> {
    }

    /** Settings of k-center greedy. */
    @LoadDefaultsForAbsentFields
    static final class KCenterParameters implements NodeParameters {

        /** The choices of the engine, with what people read. */
        enum Start {
                @Label(value = "Central", description = "The image nearest to the mean of all.")
                CENTRAL, //
                @Label(value = "First", description = "The first image of the table.")
                FIRST, //
                @Label(value = "Random", description = "An image drawn at random.")
                RANDOM;
        }

        @Widget(title = "First image", description = "Which image is chosen first.")
        @ValueSwitchWidget
        @ValueReference(NeedEffects.StartReference.class)
        Start m_start = Start.CENTRAL;
    }

    /** Settings of graph cut. */
    @LoadDefaultsForAbsentFields
    static final class GraphCutParameters implements NodeParameters {

        @Widget(title = "Weight of all images (lambda)", description = """
                How much it counts that an image is similar to all others, beside being different from those chosen
                before.
                """)
        @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToMillion.class)
        double m_lambda = 1;
    }

    /** Refers to the unit of the budget. */
    static final class BudgetUnitReference implements ParameterReference<BudgetUnit> {
    }

    /** Whether the budget is given as a number of images. */
    static final class InImages implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(BudgetUnitReference.class).isOneOf(BudgetUnit.IMAGES);
        }
    }

    /** Whether the budget is given as a share. */
    static final class InPercent implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(BudgetUnitReference.class).isOneOf(BudgetUnit.PERCENT);
        }
    }

    /** Whether the budget is given as a number of images of each class. */
    static final class InImagesPerClass implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(BudgetUnitReference.class).isOneOf(BudgetUnit.PER_CLASS);
        }
    }

    /** What is told about the choice. */
    @Section(title = "Output")
    @Advanced
    interface OutputSection {
    }

    /** How the node runs. */
    @Section(title = "Execution")
    @Advanced
    @After(OutputSection.class)
    interface ExecutionSection {
    }

    @Widget(title = "Method", description = "How the images are chosen; the node description tells the methods apart.")
    @ChoicesProvider(Methods.class)
    @ValueReference(MethodReference.class)
    String m_method = "stratified-random";

    @Effect(predicate = MethodPredicates.IsKCenter.class, type = EffectType.SHOW)
    KCenterParameters m_kCenter = new KCenterParameters();

    @Effect(predicate = MethodPredicates.IsGraphCut.class, type = EffectType.SHOW)
    GraphCutParameters m_graphCut = new GraphCutParameters();

    @Effect(predicate = MethodPredicates.IsKCenterPca.class, type = EffectType.SHOW)
    KCenterPcaParameters m_kCenterPca = new KCenterPcaParameters();

    @Effect(predicate = MethodPredicates.IsDisparity.class, type = EffectType.SHOW)
    DisparityParameters m_disparity = new DisparityParameters();

    @Effect(predicate = MethodPredicates.IsSimilarMutualInformation.class, type = EffectType.SHOW)
    SimilarMutualInformationParameters m_similarMutualInformation = new SimilarMutualInformationParameters();

    @Effect(predicate = MethodPredicates.IsSimilarConditionalGain.class, type = EffectType.SHOW)
    SimilarConditionalGainParameters m_similarConditionalGain = new SimilarConditionalGainParameters();

    @Effect(predicate = MethodPredicates.IsSimilarConditionalMutualInformation.class, type = EffectType.SHOW)
    SimilarConditionalMutualInformationParameters m_similarConditionalMutualInformation =
        new SimilarConditionalMutualInformationParameters();

    @Effect(predicate = MethodPredicates.IsProbcover.class, type = EffectType.SHOW)
    ProbcoverParameters m_probcover = new ProbcoverParameters();

    @Effect(predicate = MethodPredicates.IsBatchBald.class, type = EffectType.SHOW)
    BatchBaldParameters m_batchBald = new BatchBaldParameters();

    @Effect(predicate = MethodPredicates.IsCeal.class, type = EffectType.SHOW)
    CealParameters m_ceal = new CealParameters();

    @Effect(predicate = MethodPredicates.IsPt4alStart.class, type = EffectType.SHOW)
    Pt4alStartParameters m_pt4alStart = new Pt4alStartParameters();

    @Effect(predicate = MethodPredicates.IsPt4al.class, type = EffectType.SHOW)
    Pt4alParameters m_pt4al = new Pt4alParameters();

    @Effect(predicate = MethodPredicates.IsGlister.class, type = EffectType.SHOW)
    GlisterParameters m_glister = new GlisterParameters();

    @Effect(predicate = MethodPredicates.IsSparseApproximation.class, type = EffectType.SHOW)
    SparseApproximationParameters m_sparseApproximation = new SparseApproximationParameters();

    @Widget(title = "Budget in", description = "Whether the budget is a number of images or a share of them.")
    @ValueReference(BudgetUnitReference.class)
    @ValueSwitchWidget
    BudgetUnit m_budgetUnit = BudgetUnit.IMAGES;

    @Widget(title = "Budget (images)", description = "How many images are chosen.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = InImages.class, type = EffectType.SHOW)
    int m_budget = 1000;

    @Widget(title = "Budget (%)", description = "Which share of the images is chosen, above 0 and at most 100 percent.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToHundred.class)
    @Effect(predicate = InPercent.class, type = EffectType.SHOW)
    double m_budgetPercent = 20;

    @Widget(title = "Budget per class (images)", description = "How many images of each class are chosen.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = InImagesPerClass.class, type = EffectType.SHOW)
    int m_budgetPerClass = 10;

    @Widget(title = "Choose class by class", description = """
            Lets the method choose within each class for itself; classes share the budget by their sizes. Needs labels.
            """)
    @ValueReference(NeedEffects.PerClassReference.class)
    boolean m_perClass;

    @Widget(title = "Image column", description = "The column with the images.")
    @ChoicesProvider(ImageColumnsProvider.class)
    @Effect(predicate = NeedEffects.ReadsImages.class, type = EffectType.SHOW)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = "The column with the class of each image.")
    @ChoicesProvider(LabelColumnsProvider.class)
    @Effect(predicate = NeedEffects.ReadsLabels.class, type = EffectType.SHOW)
    String m_labelColumn = "";

    SourceParameters m_sources = new SourceParameters();

    @Effect(predicate = MethodPredicates.IsEarly.class, type = EffectType.SHOW)
    EarlyParameters m_early = new EarlyParameters();

    @Widget(title = "Passes with dropout", description = """
            How often each image goes through the network, each time with other values dropped.
            """)
    @NumberInputWidget(minValidation = Limits.FromTwo.class, maxValidation = Limits.UpToThousand.class)
    @Effect(predicate = MethodPredicates.IsDropout.class, type = EffectType.SHOW)
    int m_passes = 10;

    @Widget(title = "Hand on images selected already", description = """
            Puts the rows of the port "Already selected" before the chosen ones, so that the next round has both. Needs
            the same columns in both tables.
            """)
    @Layout(OutputSection.class)
    boolean m_withSelected;

    @Widget(title = "Append rank and score", description = """
            Appends to the selected images the order in which they were chosen, from 1, and the method's score.
            """)
    @Layout(OutputSection.class)
    boolean m_appendRank;

    @Widget(title = "Seed", description = "Decides every random choice: the same seed chooses the same images.")
    @Effect(predicate = NeedEffects.DrawsAtRandom.class, type = EffectType.SHOW)
    @Layout(ExecutionSection.class)
    int m_seed;

    ImageSubsetSelectorNodeParameters() {
    }

    ImageSubsetSelectorNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(0).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings; it refuses what cannot be selected. */
    SelectionSettings toSettings() {
        if (m_budgetUnit == BudgetUnit.PERCENT && !(m_budgetPercent > 0 && m_budgetPercent <= ALL)) {
            throw new SettingsException("Budget (%)", "must be above 0 and at most 100", m_budgetPercent,
                "Enter a percentage such as 20.");
        }
        EarlyNorms.check(m_early.m_networks, m_early.m_epochs);
        DropoutPasses.check(m_passes);
        return new SelectionSettings(MethodSettings.of(this, m_method), budget(), m_perClass, m_seed);
    }

    private Budget budget() {
        return switch (m_budgetUnit) {
            case IMAGES -> new Budget.Images(m_budget);
            case PERCENT -> new Budget.Share(m_budgetPercent / ALL);
            case PER_CLASS -> new Budget.EachClass(m_budgetPerClass);
        };
    }

    /** Whether the selected rows get a column of suggested labels. */
    boolean suggestsLabels() {
        return Selectors.info(m_method).traits().contains(SelectorInfo.Trait.SUGGESTS_LABELS);
    }

    /** Whether the selected rows get a column of weights. */
    boolean givesWeights() {
        return Selectors.info(m_method).traits().contains(SelectorInfo.Trait.GIVES_WEIGHTS);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
    }
}
