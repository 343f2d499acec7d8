// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.explain;

import org.frugalvision.engine.explain.Explainers;
import org.frugalvision.engine.explain.Explanation;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.nodes.run.DeviceChoice;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.run.MethodChoices;
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

/** Settings of the CNN Explainer. */
@LoadDefaultsForAbsentFields
final class CnnExplainerNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    private static final int MOST_ROWS = 1_000_000;

    private static final int MOST_ENLARGEMENT = 16;

    /** Which rows are explained. */
    enum Rows {
            @Label(value = "First rows", description = "The first rows of the table, or of those in the list.")
            FIRST, //
            @Label(value = "All rows", description = "All rows of the table, or all in the list.")
            ALL;
    }

    /** For which class an image is explained. */
    enum ExplainedClass {
            @Label(value = "Predicted", description = "The most probable class; of equally probable ones the first.")
            PREDICTED, //
            @Label(value = "From column", description = "The class in a column, such as the true one.")
            COLUMN;
    }

    /** Refers to the choice of rows. */
    static final class RowsReference implements ParameterReference<Rows> {
    }

    /** Whether only the first rows are explained. */
    static final class OfFirstRows implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(RowsReference.class).isOneOf(Rows.FIRST);
        }
    }

    /** Refers to the choice of the class. */
    static final class ClassReference implements ParameterReference<ExplainedClass> {
    }

    /** Whether a column has the class. */
    static final class ClassFromColumn implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer initializer) {
            return initializer.getEnum(ClassReference.class).isOneOf(ExplainedClass.COLUMN);
        }
    }

    /** The registered methods. */
    static final class Methods extends MethodChoices {
        Methods() {
            super(Explainers::infos);
        }
    }

    /** How large pictures may be. */
    static final class UpToMostEnlargement extends MaxValidation {
        @Override
        protected double getMax() {
            return MOST_ENLARGEMENT;
        }
    }

    /** What is looked at, and what is drawn of it. */
    @Section(title = "Heat map")
    @Advanced
    interface HeatSection {
    }

    /** How the node runs. */
    @Section(title = "Execution")
    @Advanced
    @After(HeatSection.class)
    interface ExecutionSection {
    }

    @Widget(title = "Image column", description = """
            The column with the images. They must have the number of bands that the network was trained on, and its size
            unless it has a pooling head.
            """)
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Which rows", description = "Explaining takes longer than predicting, so a few rows are the start.")
    @ValueReference(RowsReference.class)
    @ValueSwitchWidget
    Rows m_rows = Rows.FIRST;

    @Widget(title = "Number of rows", description = "How many rows are explained at most.")
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpToMillion.class)
    @Effect(predicate = OfFirstRows.class, type = EffectType.SHOW)
    int m_count = 20;

    @Widget(title = "Explained class", description = "For which class the heat map shows what speaks for it.")
    @ValueReference(ClassReference.class)
    @ValueSwitchWidget
    ExplainedClass m_class = ExplainedClass.PREDICTED;

    @Widget(title = "Class column", description = "The column with the class to explain in each image.")
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    @Effect(predicate = ClassFromColumn.class, type = EffectType.SHOW)
    String m_explainedColumn = "";

    @Widget(title = "Method", description = """
            How the network is asked. The node description says what each costs and how far it can be trusted.
            """)
    @ChoicesProvider(Methods.class)
    String m_method = Explanation.DEFAULT.method().method();

    @Widget(title = "Layer (empty = last one with maps)", description = """
            The name of the layer whose maps are looked at, as the layer table of the CNN Architecture has it. Earlier
            layers give finer heat maps that follow edges rather than objects.
            """)
    @Layout(HeatSection.class)
    String m_layer = "";

    @Widget(title = "Enlargement of the overlay (factor)", description = """
            How many times larger than the image the overlay is, so that small images can be seen. Less where its longer
            side would have more than 4,096 pixels.
            """)
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = UpToMostEnlargement.class)
    @Layout(HeatSection.class)
    int m_enlargement = 4;

    @Widget(title = "Append the heat map alone", description = """
            Appends a column "Heat map" with the heat of each pixel as gray, from 0 (none) to 255 (most).
            """)
    @Layout(HeatSection.class)
    boolean m_heat;

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

    CnnExplainerNodeParameters() {
    }

    CnnExplainerNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_explainedColumn = input.getInTableSpec(TABLE).map(LabelColumn::suggested).orElse("");
    }

    /** How images are explained; the engine refuses what is not possible. */
    Explanation toSettings() {
        return new Explanation(Choice.of(m_method), m_layer, new InferenceSettings(m_batchSize, m_threads));
    }

    /** How many rows are explained at most. */
    long toCount() {
        return m_rows == Rows.ALL ? Long.MAX_VALUE : within("Number of rows", m_count, MOST_ROWS);
    }

    /** How many times larger than the image the overlay is. */
    int toEnlargement() {
        return within("Enlargement of the overlay", m_enlargement, MOST_ENLARGEMENT);
    }

    private static int within(final String title, final int value, final int most) {
        if (value < 1 || value > most) {
            throw new SettingsException(title, "must be from 1 to %,d".formatted(most), value);
        }
        return value;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_layer == null) {
            throw new InvalidSettingsException("\"Layer\" must be a text, but is missing.");
        }
        EngineCall.configure(this::toSettings);
        EngineCall.configure(this::toCount);
        EngineCall.configure(this::toEnlargement);
    }
}
