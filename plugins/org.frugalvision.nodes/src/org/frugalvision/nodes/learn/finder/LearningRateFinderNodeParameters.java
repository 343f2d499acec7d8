// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.finder;

import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.RangeTest;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;
import org.frugalvision.engine.train.Updaters;
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
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the Learning Rate Finder. */
@LoadDefaultsForAbsentFields
final class LearningRateFinderNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    /** How the node runs. */
    @Section(title = "Execution")
    @Advanced
    interface ExecutionSection {
    }

    /** At least 10. */
    static final class FromTen extends MinValidation {
        @Override
        protected double getMin() {
            return 10;
        }
    }

    /** The registered updaters. */
    static final class Optimizers extends MethodChoices {
        Optimizers() {
            super(Updaters::infos);
        }
    }

    @Widget(title = "Image column", description = "The column with the images. All images must have one size.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = "The column with the class of each image.")
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    String m_labelColumn = "";

    @Widget(title = "Batch size", description = "Images per update; take that of the training.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo65536.class)
    int m_batchSize = TrainingSettings.DEFAULT.batchSize();

    @Widget(title = "Optimizer", description = """
            How the gradient of a batch changes the weights; take that of the training.
            """)
    @ChoicesProvider(Optimizers.class)
    String m_updater = UpdaterSettings.DEFAULT.updater().method();

    @Widget(title = "Lowest rate", description = "The learning rate of the first update.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTen.class)
    double m_lowest = RangeTest.DEFAULT.lowest();

    @Widget(title = "Highest rate", description = "The learning rate of the last update.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTen.class)
    double m_highest = RangeTest.DEFAULT.highest();

    @Widget(title = "Updates", description = "How many updates are tried, each with a higher rate than the one before.")
    @NumberInputWidget(minValidation = FromTen.class, maxValidation = Limits.UpToTenThousand.class)
    int m_updates = RangeTest.DEFAULT.updates();

    @Widget(title = "Seed", description = "Decides the initial weights and the order of the images.")
    @Layout(ExecutionSection.class)
    int m_seed;

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Layout(ExecutionSection.class)
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = Limits.THREADS, description = Limits.THREADS_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo256.class)
    @Layout(ExecutionSection.class)
    int m_threads;

    LearningRateFinderNodeParameters() {
    }

    LearningRateFinderNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE).map(LabelColumn::suggested).orElse("");
    }

    /** What is tried; the engine refuses what cannot be. */
    RangeTest toTest() {
        return new RangeTest(m_lowest, m_highest, m_updates);
    }

    /** How it is tried. */
    TrainingSettings toSettings() {
        return new TrainingSettings(1, m_batchSize, TrainingSettings.DEFAULT.learningRate(), m_seed, true, m_threads,
            new UpdaterSettings(Updaters.settings(m_updater), 0, 0), ScheduleSettings.DEFAULT, ClassWeights.NONE,
            StoppingSettings.DEFAULT);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toTest);
        EngineCall.configure(this::toSettings);
    }
}
