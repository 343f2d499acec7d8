// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ClassValues;
import org.frugalvision.engine.predict.Cascade;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.PriorCorrection;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.learn.predictor.RefinementEffects.AllRows;
import org.frugalvision.nodes.learn.predictor.RefinementEffects.RefineReference;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.DeviceChoice;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.table.AnyLabelColumnsProvider;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelKind;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;
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
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;

/** Settings of the CNN Predictor. */
@LoadDefaultsForAbsentFields
final class CnnPredictorNodeParameters implements NodeParameters {

    private static final int NETWORK = 0;

    private static final int TABLE = 1;

    private static final int THRESHOLDS = 2;

    static final String EARLIER = "Earlier prediction";

    private static final int MOST_TOP_CLASSES = 1000;

    private static final String TARGET_SHARES = "Target shares";

    /** For which mix of classes the probabilities are corrected. */
    enum Correction {
            @Label(value = "None", description = "The probabilities stay as the network gives them.")
            NONE, //
            @Label(value = "Uniform", description = "All classes that were trained are taken to be equally frequent.")
            UNIFORM, //
            @Label(value = "Custom shares", description = "The classes are as frequent as you say.")
            GIVEN;
    }

    /** Whether the loss is appended. */
    static final class LossReference implements BooleanReference {
    }

    /** Whether images go through the network shrunk first. */
    static final class CascadeReference implements BooleanReference {
    }

    /** Refers to the choice of the correction. */
    static final class CorrectionReference implements ParameterReference<Correction> {
    }

    /** Whether the target shares are typed. */
    static final class ToCustomShares implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(CorrectionReference.class).isOneOf(Correction.GIVEN);
        }
    }

    /** Unless it is known that the network tells one class per image, or that each class has its threshold. */
    static final class MaySayOneThreshold implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getConstant(input -> input.getInPortSpec(THRESHOLDS).isEmpty()
                && input.getInPortSpec(NETWORK)
                    .map(network -> ((NetworkPortObjectSpec)network).labelling() == Labelling.SEVERAL).orElse(true));
        }
    }

    /** Of images that are shrunk. */
    static final class SmallestScale extends MinValidation {

        @Override
        protected double getMin() {
            return Cascade.SMALLEST_SCALE;
        }
    }

    /** What the columns are called. */
    @Section(title = "Column names")
    @Advanced
    interface NameSection {
    }

    /** For which mix of classes probabilities are. */
    @Section(title = "Prior correction")
    @Advanced
    @After(NameSection.class)
    interface CorrectionSection {
    }

    /** Two resolutions instead of one. */
    @Section(title = "Confidence cascade")
    @Advanced
    @After(CorrectionSection.class)
    interface CascadeSection {
    }

    /** One class of an earlier prediction instead of all rows. */
    @Section(title = "Second level of a hierarchy")
    @Advanced
    @After(CascadeSection.class)
    interface RefinementSection {
    }

    /** How the predictions run. */
    @Section(title = "Execution")
    @Advanced
    @After(RefinementSection.class)
    interface ExecutionSection {
    }

    @Widget(title = "Image column", description = """
            The column with the images. They must have the number of channels that the network was trained on, and its
            size unless it has a pooling head.
            """)
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Append a probability for each class", description = """
            Appends a column "P (label=class)" for each class. The probabilities of a row sum to 1, unless the network
            tells several labels per image, when each stands for itself.
            """)
    @Effect(predicate = AllRows.class, type = EffectType.SHOW)
    boolean m_probabilities = true;

    @Widget(title = "Append the confidence", description = """
            Appends a column "Confidence" with the probability of the predicted class, from 0 to 1.
            """)
    @Effect(predicate = AllRows.class, type = EffectType.SHOW)
    boolean m_confidence;

    @Widget(title = "Most probable classes (0 = none)", description = """
            For so many classes, from the most probable one on, appends a column "Top 1", "Top "
                + "2", ... with the class and
            one with its probability. Of equal probabilities the class that comes first is taken first.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToThousand.class)
    @Effect(predicate = AllRows.class, type = EffectType.SHOW)
    int m_topClasses;

    @Widget(title = "Append the embedding", description = """
            Appends a column "Embedding" with the values that enter the network's last layer, as a list of numbers.
            Images that are alike for the network have embeddings that are close.
            """)
    @Effect(predicate = AllRows.class, type = EffectType.SHOW)
    boolean m_embedding;

    @Widget(title = "Append the loss", description = """
            Appends a column "Loss": how surprised the network is by the true class; 0 is best. High values point to
            hard images and wrong labels.
            """)
    @ValueReference(LossReference.class)
    @Effect(predicate = AllRows.class, type = EffectType.SHOW)
    boolean m_loss;

    @Widget(title = "Label column", description = """
            The column with the true class, or the list of true labels, of each image, for the loss. A row whose class
            is missing or unknown to the network gets a missing loss, and one warning counts these rows.
            """)
    @ChoicesProvider(AnyLabelColumnsProvider.OfSecondPort.class)
    @Effect(predicate = RefinementEffects.Loss.class, type = EffectType.SHOW)
    String m_labelColumn = "";

    @Widget(title = "Threshold of labels", description = """
            For networks that tell several labels per image: the probability, 0 to 1, above which a label is told.
            Connected thresholds of the classes replace it.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToOne.class)
    @Effect(predicate = MaySayOneThreshold.class, type = EffectType.SHOW)
    double m_labelThreshold = 0.5;

    @Widget(title = "Name of the prediction column", description = """
            The name of the column with the most probable class. If it is not of the form "Prediction (label)", it
            stands for "label" in the names of the probabilities.
            """)
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Layout(NameSection.class)
    String m_predictionColumn = "Prediction (label)";

    @Widget(title = "Suffix (empty = none)", description = """
            Stands behind the names of all appended columns. Give the predictions of a second network another suffix
            than those of the first, such as " (2)", and both stand in one table.
            """)
    @Layout(NameSection.class)
    String m_suffix = "";

    @Widget(title = "Prior correction", description = """
            Corrects the probabilities for another mix of classes than that of the training images. After training on
            few images of some classes, a uniform target finds more of these rare classes.
            """)
    @ValueReference(CorrectionReference.class)
    @Layout(CorrectionSection.class)
    Correction m_correction = Correction.NONE;

    @Widget(title = "Target shares", description = """
            How frequent each class is where the network is used, as shares or counts, for example
            "cat=0.2, dog=0.8". Every class of the network must be named; commas separate the classes.
            """)
    @TextInputWidget(placeholder = "cat=0.2, dog=0.8", patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = ToCustomShares.class, type = EffectType.SHOW)
    @Layout(CorrectionSection.class)
    String m_targetShares = "";

    @Widget(title = "Confidence cascade", description = """
            Sends each image through the network in a low resolution first, and in full only if the largest probability
            stays below the threshold. Only for networks with a pooling head; the node description says when it pays.
            """)
    @ValueReference(CascadeReference.class)
    @Layout(CascadeSection.class)
    boolean m_cascade;

    @Widget(title = "Confidence threshold", description = """
            From which largest probability on the prediction in low resolution is kept: above 0, at most 1.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToOne.class)
    @Effect(predicate = CascadeReference.class, type = EffectType.SHOW)
    @Layout(CascadeSection.class)
    double m_threshold = Cascade.DEFAULT.threshold();

    @Widget(title = "Low resolution (share)", description = """
            Height and width of the images in low resolution, as a share of the full ones: at least 0.1 and below 1.
            """)
    @NumberInputWidget(minValidation = SmallestScale.class, maxValidation = Limits.BelowOne.class)
    @Effect(predicate = CascadeReference.class, type = EffectType.SHOW)
    @Layout(CascadeSection.class)
    double m_lowResolution = Cascade.DEFAULT.scale();

    @Widget(title = "Refine an earlier prediction", description = """
            Predicts only the rows that a first network gave one class, such as a group of classes that look alike. All
            other rows keep the earlier prediction, and nothing but the class is appended.
            """)
    @ValueReference(RefineReference.class)
    @Layout(RefinementSection.class)
    boolean m_refine;

    @Widget(title = EARLIER, description = """
            The column with the predictions of the first network.
            """)
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    @Effect(predicate = RefineReference.class, type = EffectType.SHOW)
    @Layout(RefinementSection.class)
    String m_earlierColumn = "";

    @Widget(title = "Class to refine", description = """
            The class of the earlier prediction whose rows go through this network.
            """)
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Effect(predicate = RefineReference.class, type = EffectType.SHOW)
    @Layout(RefinementSection.class)
    String m_refinedClass = "";

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Layout(ExecutionSection.class)
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = Limits.THREADS, description = Limits.THREADS_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo256.class)
    @Layout(ExecutionSection.class)
    int m_threads = InferenceSettings.DEFAULT.threads();

    @Widget(title = "Batch size (0 = automatic)", description = """
            How many images go through the network together. Automatic are as many as take 32 MB in all layers, at most
            128. It changes memory and speed, and results by rounding only (below 0.00001).
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo65536.class)
    @Layout(ExecutionSection.class)
    int m_batchSize = InferenceSettings.DEFAULT.batchSize();

    CnnPredictorNodeParameters() {
    }

    CnnPredictorNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_earlierColumn = input.getInTableSpec(TABLE).flatMap(Columns::firstPrediction).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE)
            .map(table -> LabelColumn.suggested(table, LabelKind.STRINGS_OR_LISTS)).orElse("");
    }

    /** The engine's settings. */
    InferenceSettings toSettings() {
        return new InferenceSettings(m_batchSize, m_threads);
    }

    /** The cascade, if there shall be one. */
    Optional<Cascade> toCascade() {
        return m_cascade ? Optional.of(new Cascade(m_threshold, m_lowResolution)) : Optional.empty();
    }

    /** What is appended beside the class: nothing if most rows would have none of it. */
    Extras extras() {
        return m_refine ? Extras.NONE
            : new Extras(m_probabilities, m_confidence, m_topClasses, m_loss, m_embedding);
    }

    /** The typed target shares in the order of the classes, if there shall be any. */
    Optional<double[]> targetShares(final List<String> classes) {
        return m_correction == Correction.GIVEN
            ? Optional.of(
                ClassValues.inOrder(TARGET_SHARES, ClassValues.parse(TARGET_SHARES, m_targetShares), classes))
            : Optional.empty();
    }

    /** The correction of that network's probabilities, if there shall be one. */
    Optional<PriorCorrection> correction(final Network network) {
        final double[] prior = network.history().prior();
        return switch (m_correction) {
            case NONE -> Optional.empty();
            case UNIFORM -> Optional.of(PriorCorrection.toUniform(prior));
            case GIVEN -> targetShares(network.classes()).map(shares -> new PriorCorrection(prior, shares));
        };
    }

    /** Refuses what is defined for one class per image only. */
    void checkSeveralLabels() throws InvalidSettingsException {
        if (m_correction != Correction.NONE) {
            throw severalLabels("Prior correction", "None", "Choose None.");
        }
        if (m_cascade) {
            throw severalLabels("Confidence cascade", "off", "Switch it off.");
        }
        if (m_refine) {
            throw severalLabels("Refine an earlier prediction", "off", "Switch it off.");
        }
    }

    private static InvalidSettingsException severalLabels(final String title, final String value, final String fix) {
        return Message.fromSummaryWithResolution(
            "\"%s\" must be %s, because the network tells several labels per image.".formatted(title, value), fix)
            .toInvalidSettingsException();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
        EngineCall.configure(this::toCascade);
        if (m_predictionColumn == null || m_predictionColumn.isBlank()) {
            throw new InvalidSettingsException("\"Name of the prediction column\" must not be empty.");
        }
        if (!(m_labelThreshold >= 0 && m_labelThreshold <= 1)) {
            throw new InvalidSettingsException("\"Threshold of labels\" must be between 0 and 1, but is %s."
                .formatted(Wording.value(m_labelThreshold)));
        }
        if (m_topClasses < 0 || m_topClasses > MOST_TOP_CLASSES) {
            throw new InvalidSettingsException("\"Most probable classes\" must be from 0 to 1,000, but is %s."
                .formatted(Wording.value(m_topClasses)));
        }
        if (m_suffix == null) {
            throw new InvalidSettingsException("\"Suffix\" must be a text, but is missing.");
        }
        if (m_refine && (m_refinedClass == null || m_refinedClass.isBlank())) {
            throw new InvalidSettingsException("\"Class to refine\" must not be empty.");
        }
        if (m_correction == Correction.GIVEN) {
            EngineCall.configure(() -> ClassValues.parse(TARGET_SHARES, m_targetShares));
        }
    }
}
