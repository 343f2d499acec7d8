// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ClassValues;
import org.frugalvision.engine.predict.Cascade;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.PriorCorrection;
import org.frugalvision.nodes.run.DeviceChoice;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.ImageTypes;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the CNN Predictor. */
@LoadDefaultsForAbsentFields
final class CnnPredictorNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    private static final String TARGET_SHARES = "Target shares";

    /** For which mix of classes the probabilities are corrected. */
    enum Correction {
            @Label(value = "None", description = "The probabilities stay as the network gives them.")
            NONE, //
            @Label(value = "Uniform", description = "All classes that were trained are taken to be equally frequent.")
            UNIFORM, //
            @Label(value = "Given shares", description = "The classes are as frequent as you say.")
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
    static final class ToGivenShares implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(CorrectionReference.class).isOneOf(Correction.GIVEN);
        }
    }

    /** Of probabilities. */
    static final class AtMostOne extends MaxValidation {

        @Override
        protected double getMax() {
            return 1;
        }
    }

    /** Of images that are shrunk. */
    static final class SmallestScale extends MinValidation {

        @Override
        protected double getMin() {
            return Cascade.SMALLEST_SCALE;
        }
    }

    /** Of images that are shrunk. */
    static final class BelowOne extends MaxValidation {

        @Override
        protected double getMax() {
            return 1;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    @Widget(title = "Image column", description = """
            The column with the images. They must have the number of channels that the network was trained on. A network
            with a pooling head (see CNN Architecture, Head) takes images of any size, also different ones in one table;
            any other network takes the size it was trained on only.
            """)
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Name of the prediction column", description = """
            The name of the column with the most probable class.
            """)
    String m_predictionColumn = "Prediction (label)";

    @Widget(title = "Suffix", description = """
            Stands behind the names of all appended columns. Give the predictions of a second network another suffix
            than those of the first, such as " (2)", and both stand in one table.
            """)
    String m_suffix = "";

    @Widget(title = "Append a probability for each class", description = """
            Appends a column "P (label=class)" for each class; the probabilities of a row sum to 1. If the prediction
            column has a name that is not of the form "Prediction (label)", that name stands for "label": "Guess" gets
            the probabilities "P (Guess=class)". So the Image Classification Scorer knows what belongs together.
            """)
    boolean m_probabilities = true;

    @Widget(title = "Append the embedding", description = """
            Appends a column "Embedding" with the values that enter the network's last layer, as a list of numbers:
            what the network sees in the image. Images that are alike for the network have embeddings that are close.
            It takes no second pass through the network.
            """)
    boolean m_embedding;

    @Widget(title = "Append the loss", description = """
            Appends a column "Loss": how surprised the network is by the true class, as the negative natural logarithm
            of its probability; 0 is best. High values point to hard images and wrong labels.
            """)
    @ValueReference(LossReference.class)
    boolean m_loss;

    @Widget(title = "Label column", description = """
            The column with the true class of each image, for the loss. A row whose class is missing or unknown to the
            network gets a missing loss, and one warning counts these rows. After a prior correction probabilities below
            1e-15 count as 1e-15, so that no loss is infinite: a class without training images, or with the target
            share 0, has the loss 34.54.
            """)
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    @Effect(predicate = LossReference.class, type = EffectType.SHOW)
    String m_labelColumn = "";

    @Widget(title = "Prior correction", description = """
            Corrects the probabilities for another mix of classes than that of the training images, whose shares the
            network knows: each probability is multiplied by (target share / training share), and the sum is made 1
            again (Buda, Maki and Mazurowski 2018). After training on few images of some classes, a uniform target
            finds more of these rare classes, and overall accuracy falls if they are rare where the network is used,
            too. A class without training images always gets the probability 0.
            """)
    @ValueReference(CorrectionReference.class)
    Correction m_correction = Correction.NONE;

    @Widget(title = "Target shares", description = """
            How frequent each class is where the network is used, as shares or counts, for example
            "cat=0.2, dog=0.8". Every class of the network must be named; commas part the classes.
            """)
    @TextInputWidget(placeholder = "cat=0.2, dog=0.8")
    @Effect(predicate = ToGivenShares.class, type = EffectType.SHOW)
    String m_targetShares = "";

    @Widget(title = "Confidence cascade", description = """
            Sends each image through the network in a low resolution first, and in full only if the largest probability
            (before a prior correction) stays below the threshold. Class, probabilities, embedding and loss are those of
            the pass that was kept. Appends a column "Relative cost": the multiply-adds of all passes of the image as a
            share of one pass in full; its mean tells what the cascade saved, and a warning tells if that is nothing.
            Only for networks with a pooling head, which take images of any size (after Zhu and others 2021, Dynamic
            Resolution Network, without their second network). Verdict: not worth it for a network that was trained on
            images of one size. ResNet-8 on Fashion-MNIST fell from 0.84 to 0.70 and from 0.77 to 0.73 (two seeds) at
            the default threshold, at 0.92 and 1.03 of the cost; trained on full and halved images in turn (CNN Learners
            one behind the other), it kept its accuracy (0.83 to 0.84) at 0.72 and 0.89 of the cost.
            """)
    @ValueReference(CascadeReference.class)
    @Advanced
    boolean m_cascade;

    @Widget(title = "Confidence threshold", description = """
            From which largest probability on the prediction in low resolution is kept: above 0 and at most 1; a
            probability equal to the threshold is enough.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = AtMostOne.class)
    @Effect(predicate = CascadeReference.class, type = EffectType.SHOW)
    @Advanced
    double m_threshold = Cascade.DEFAULT.threshold();

    @Widget(title = "Low resolution", description = """
            Height and width of the images in low resolution, as a share of the full ones: at least 0.1 and below 1.
            """)
    @NumberInputWidget(minValidation = SmallestScale.class, maxValidation = BelowOne.class)
    @Effect(predicate = CascadeReference.class, type = EffectType.SHOW)
    @Advanced
    double m_lowResolution = Cascade.DEFAULT.scale();

    @Widget(title = "Batch size", description = """
            How many images go through the network together; 0 = as many as take 32 MB in all layers, at most 128, which
            is fast and small. It changes memory and speed, and results by rounding only (below 0.00001).
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_batchSize = InferenceSettings.DEFAULT.batchSize();

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Advanced
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = "Threads", description = "How many processor threads are used; 0 = all but one.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_threads = InferenceSettings.DEFAULT.threads();

    CnnPredictorNodeParameters() {
    }

    CnnPredictorNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings. */
    InferenceSettings toSettings() {
        return new InferenceSettings(m_batchSize, m_threads);
    }

    /** The cascade, if there shall be one. */
    Optional<Cascade> toCascade() {
        return m_cascade ? Optional.of(new Cascade(m_threshold, m_lowResolution)) : Optional.empty();
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

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
        EngineCall.configure(this::toCascade);
        if (m_predictionColumn == null || m_predictionColumn.isBlank()) {
            throw new InvalidSettingsException("\"Name of the prediction column\" must not be empty.");
        }
        if (m_suffix == null) {
            throw new InvalidSettingsException("\"Suffix\" must be a text, but is missing.");
        }
        if (m_correction == Correction.GIVEN) {
            EngineCall.configure(() -> ClassValues.parse(TARGET_SHARES, m_targetShares));
        }
    }
}
