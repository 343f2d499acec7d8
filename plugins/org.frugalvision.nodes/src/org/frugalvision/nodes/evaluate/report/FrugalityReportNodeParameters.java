// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.report;

import org.frugalvision.engine.prune.PruningSettings;
import org.frugalvision.engine.report.Measure;
import org.frugalvision.engine.report.ReportSettings;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the Frugality Report. */
@LoadDefaultsForAbsentFields
final class FrugalityReportNodeParameters implements NodeParameters {

    private static final int MOST_IN_BATCH = 65_536;

    /** How it is computed. */
    @Section(title = "Execution")
    @Advanced
    interface ExecutionSection {
    }

    /** Mirrors {@link Measure}. */
    enum Cost {
            @Label("Labels")
            LABELS, //
            @Label("Images through networks")
            IMAGES, //
            @Label("Multiply-adds")
            MULTIPLY_ADDS, //
            @Label("Bytes moved (estimate)")
            BYTES_MOVED, //
            @Label("Seconds")
            SECONDS, //
            @Label("Watt-hours (by time)")
            WATT_HOURS, //
            @Label("Watt-hours (by counts)")
            LADDER;
    }

    @Widget(title = "Baseline (empty = the first result)", description = """
            The name of the result that all others are compared with, as it stands in the row IDs of the results.
            """)
    @TextInputWidget(placeholder = "All images")
    String m_baseline = "";

    @Widget(title = "Cost", description = """
            The cost that verdict, picture and Pareto front are about; the table holds all of them.
            """)
    Cost m_cost = Cost.MULTIPLY_ADDS;

    @Widget(title = "Tolerance (percentage points, 0 = never the same)", description = """
            Accuracies count as the same if the test images show that they differ by no more than this.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToHundred.class)
    double m_tolerance = 2;

    @Widget(title = "Batch size", description = """
            Images that go through a network together where its time is measured; of no use without networks.
            """)
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpTo65536.class)
    @Layout(ExecutionSection.class)
    int m_batchSize = PruningSettings.DEFAULT.batchSize();

    /** How results are compared. */
    ReportSettings toSettings() {
        return new ReportSettings(m_baseline, Measure.valueOf(m_cost.name()), m_tolerance);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
        if (m_batchSize < 1 || m_batchSize > MOST_IN_BATCH) {
            throw new InvalidSettingsException("\"Batch size\" must be between 1 and 65,536, but is %s."
                .formatted(Wording.value(m_batchSize)));
        }
    }
}
