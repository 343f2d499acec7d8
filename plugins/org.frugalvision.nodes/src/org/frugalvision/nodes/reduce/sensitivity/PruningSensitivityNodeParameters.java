// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.sensitivity;

import org.frugalvision.engine.prune.Sensitivity;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.nodes.reduce.CriterionChoice;
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
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of Pruning Sensitivity. */
@LoadDefaultsForAbsentFields
final class PruningSensitivityNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    /** How it is computed. */
    @Section(title = "Execution")
    @Advanced
    interface ExecutionSection {
    }

    /** At most 32. */
    static final class UpTo32 extends MaxValidation {
        @Override
        protected double getMax() {
            return 32;
        }
    }

    @Widget(title = "Image column", description = "The column with the images (PNG). All images must have one size.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = "The column with the class of each image.")
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    String m_labelColumn = "";

    @Widget(title = "Criterion", description = """
            Which channels go first; the description of the CNN Pruner tells the criteria apart.
            """)
    @ChoicesProvider(CriterionChoice.class)
    String m_criterion = Sensitivity.DEFAULT.criterion().method();

    @Widget(title = "Parts", description = """
            Each layer loses this part of its channels, twice this part, and so on: with 4, a quarter, a half and three
            quarters.
            """)
    @NumberInputWidget(minValidation = Limits.FromTwo.class, maxValidation = UpTo32.class)
    int m_parts = Sensitivity.DEFAULT.parts();

    @Widget(title = "Images for scoring", description = "How many images criteria look at, drawn at random.")
    @NumberInputWidget(minValidation = Limits.FromOne.class, maxValidation = Limits.UpToMillion.class)
    int m_images = Sensitivity.DEFAULT.images();

    @Widget(title = "Seed", description = "The same seed, data and settings give the same table.")
    @Layout(ExecutionSection.class)
    int m_seed;

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Layout(ExecutionSection.class)
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = Limits.THREADS, description = Limits.THREADS_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo256.class)
    @Layout(ExecutionSection.class)
    int m_threads;

    PruningSensitivityNodeParameters() {
    }

    PruningSensitivityNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings; it refuses what is not possible. */
    Sensitivity toSettings() {
        return new Sensitivity(Choice.of(m_criterion), m_parts, m_images, m_seed, m_threads);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
    }
}
