// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.drift;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.frugalvision.engine.drift.DriftDetectors;
import org.frugalvision.engine.drift.DriftSettings;
import org.frugalvision.engine.drift.Signal;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.nodes.run.Connected;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.frugalvision.nodes.table.OptionalColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.collection.ListDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Settings of the Drift Monitor. */
@LoadDefaultsForAbsentFields
final class DriftMonitorNodeParameters implements NodeParameters {

    private static final int REFERENCE = 1;

    private static final int FEWEST_REFERENCE_ROWS = 20;

    /** How sensitive detectors are. */
    @Section(title = "Sensitivity")
    @Advanced
    interface SensitivitySection {
    }

    /** Whether there is a table of the time when all was well. */
    static final class HasReference extends Connected {
        HasReference() {
            super(REFERENCE);
        }
    }

    @Widget(title = "Prediction column", description = "The column with the predicted class of each image.")
    @ChoicesProvider(LabelColumnsProvider.class)
    String m_predictionColumn = "";

    @Widget(title = "Label column", description = """
            The column with the true class of each image. Without it the probability of the predicted class stands for
            being right; a row without label is not watched for errors.
            """)
    @ChoicesProvider(OptionalColumns.StringsOfFirstPort.class)
    String m_labelColumn = "";

    @Widget(title = "Embedding column", description = """
            The column of embeddings, as a CNN Predictor appends it, for the detector that watches them.
            """)
    @ChoicesProvider(OptionalColumns.ListsOfFirstPort.class)
    String m_embeddingColumn = "";

    @Widget(title = "Detectors", description = "What watches the stream, each by itself.")
    @ArrayWidget(addButtonText = "Add detector", elementTitle = "Detector", showSortButtons = true)
    DetectorParameters[] m_detectors =
        {DetectorParameters.of("adwin"), DetectorParameters.of("prediction-stability")};

    @Widget(title = "Reference rows", description = """
            How many of the first rows are of the time when all was well. They are learned from and not watched.
            """)
    @NumberInputWidget(minValidation = Limits.FromTwenty.class, maxValidation = Limits.UpToMillion.class)
    @Effect(predicate = HasReference.class, type = EffectType.HIDE)
    int m_referenceRows = 200;

    @Widget(title = "Window (rows)", description = """
            How many rows the population stability is computed of, again and again. Larger windows notice smaller
            changes, later.
            """)
    @NumberInputWidget(minValidation = Limits.FromTwenty.class, maxValidation = Limits.UpToHundredThousand.class)
    int m_window = DriftSettings.DEFAULT.window();

    @Widget(title = "Rows before DDM speaks", description = """
            DDM says nothing before it has seen so many rows, those of the reference included. Fewer give more false
            alarms.
            """)
    @NumberInputWidget(minValidation = Limits.FromThirty.class, maxValidation = Limits.UpToMillion.class)
    @Layout(SensitivitySection.class)
    int m_minimumRows = DriftSettings.DEFAULT.minimumRows();

    @Widget(title = "Delta of ADWIN", description = """
            The probability of a false alarm at one check. Larger values notice more, and more that is not there.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToHalf.class)
    @Layout(SensitivitySection.class)
    double m_delta = DriftSettings.DEFAULT.delta();

    DriftMonitorNodeParameters() {
    }

    DriftMonitorNodeParameters(final NodeParametersInput input) {
        m_labelColumn = input.getInTableSpec(0).map(LabelColumn::suggested).orElse("");
        m_embeddingColumn = input.getInTableSpec(0).map(DriftMonitorNodeParameters::embedding).orElse("");
        if (!m_embeddingColumn.isEmpty()) {
            m_detectors = Stream.of("adwin", "prediction-stability", "embedding-stability").map(DetectorParameters::of)
                .toArray(DetectorParameters[]::new);
        }
    }

    /** Ids of the detectors. */
    List<String> detectors() {
        return Arrays.stream(m_detectors).map(detector -> detector.m_detector).toList();
    }

    /** Whether any detector watches it. */
    boolean watches(final Signal signal) {
        return detectors().stream().anyMatch(id -> DriftDetectors.info(id).signal() == signal);
    }

    /** How sensitive they are. */
    DriftSettings toSettings() {
        return new DriftSettings(m_minimumRows, m_delta, m_window);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
        EngineCall.configure(() -> {
            if (m_referenceRows < FEWEST_REFERENCE_ROWS || m_referenceRows > 1_000_000) {
                throw new SettingsException("Reference rows", "must be from 20 to 1,000,000", m_referenceRows);
            }
            if (m_detectors.length == 0 || detectors().stream().distinct().count() < m_detectors.length) {
                throw new SettingsException("Detectors", "must be at least one, each once",
                    String.join(", ", detectors()), "Add or remove detectors.");
            }
            return detectors().stream().map(DriftDetectors::info).toList();
        });
    }

    private static String embedding(final DataTableSpec spec) {
        return spec.stream()
            .filter(column -> column.getName().startsWith("Embedding")
                && column.getType().isCompatible(ListDataValue.class))
            .map(DataColumnSpec::getName).findFirst().orElse("");
    }
}
