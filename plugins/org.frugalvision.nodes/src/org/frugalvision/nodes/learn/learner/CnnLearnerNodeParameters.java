// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.nodes.run.DeviceChoice;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.Limits;
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
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings of the CNN Learner; those of the training mirror {@link TrainingSettings}. */
@LoadDefaultsForAbsentFields
final class CnnLearnerNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    /** How the learning rate changes. */
    @Section(title = "Learning rate schedule")
    @Advanced
    interface ScheduleSection {
    }

    /** How large weights and steps may become. */
    @Section(title = "Weights and gradients")
    @Advanced
    @After(ScheduleSection.class)
    interface WeightSection {
    }

    /** How much each class counts. */
    @Section(title = "Class weights")
    @Advanced
    @After(WeightSection.class)
    interface ClassWeightSection {
    }

    /** What ends the training before its last epoch, whatever it has reached. */
    @Section(title = "Limits")
    @Advanced
    @After(ClassWeightSection.class)
    interface LimitSection {
    }

    /** What is known about the images beside their class. */
    @Section(title = "Further columns")
    @Advanced
    @After(LimitSection.class)
    interface ColumnSection {
    }

    /** How the training runs. */
    @Section(title = "Execution")
    @Advanced
    @After(ColumnSection.class)
    interface ExecutionSection {
    }

    @Widget(title = "Image column", description = "The column with the images. All images must have one size.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = """
            The column with the class of each image, or a column of lists if an image may have several labels, or none.
            The classes are the possible values of the column, in their order; a column without known possible values,
            and one of lists, is read first, and its classes are sorted.
            """)
    @ChoicesProvider(AnyLabelColumnsProvider.OfSecondPort.class)
    String m_labelColumn = "";

    @Widget(title = "Epochs", description = "How many times every image is trained on.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpToTenThousand.class)
    int m_epochs = TrainingSettings.DEFAULT.epochs();

    @Widget(title = "Batch size", description = """
            How many images are trained on together. Larger batches are faster per image, but there are fewer
            steps per epoch. A table smaller than this is one batch.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.UpTo65536.class)
    int m_batchSize = TrainingSettings.DEFAULT.batchSize();

    UpdaterParameters m_updater = new UpdaterParameters();

    @Widget(title = "Learning rate", description = """
            How far each step goes; lower it when the loss becomes infinite or jumps. Choosing another optimizer sets
            the rate that is usual for it. Type small values: the buttons change it by 0.1.
            """)
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.UpToTen.class)
    @ValueProvider(UsualRate.class)
    double m_learningRate = TrainingSettings.DEFAULT.learningRate();

    StoppingParameters m_stopping = new StoppingParameters();

    @Layout(ScheduleSection.class)
    ScheduleParameters m_schedule = new ScheduleParameters();

    @Layout(ClassWeightSection.class)
    ClassWeightParameters m_classWeights = new ClassWeightParameters();

    @Layout(ColumnSection.class)
    FurtherColumnParameters m_columns = new FurtherColumnParameters();

    @Widget(title = "Seed", description = """
            Decides the initial weights and the order of the images. The same seed, data and settings give the same
            network, bit for bit.
            """)
    @Layout(ExecutionSection.class)
    int m_seed = (int)TrainingSettings.DEFAULT.seed();

    @Widget(title = "Shuffle images in every epoch", description = """
            Trains on the images in a new random order in every epoch. Without it they come in the order of the
            table, which is bad for tables that are sorted by class.
            """)
    @Layout(ExecutionSection.class)
    boolean m_shuffle = TrainingSettings.DEFAULT.shuffle();

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Layout(ExecutionSection.class)
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = Limits.THREADS, description = Limits.THREADS_HELP)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpTo256.class)
    @Layout(ExecutionSection.class)
    int m_threads = TrainingSettings.DEFAULT.threads();

    @Widget(title = "Checkpoint folder (empty = none)", description = """
            A folder in which the state of the training is kept after every epoch, so that a training that was
            interrupted goes on from there. It is created if missing, and serves one training.
            """)
    @TextInputWidget(placeholder = "knime://knime.workflow/data/checkpoints")
    @Layout(ExecutionSection.class)
    String m_checkpointFolder = "";

    CnnLearnerNodeParameters() {
    }

    CnnLearnerNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE).map(ImageTypes::firstColumn).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE).map(LabelColumn::suggested).orElse("");
    }

    /** The engine's settings; it refuses what cannot be trained with. */
    TrainingSettings toSettings() {
        return new TrainingSettings(m_epochs, m_batchSize, m_learningRate, m_seed, m_shuffle, m_threads,
            m_updater.toSettings(), m_schedule.toSettings(), m_classWeights.toSettings(), m_stopping.toSettings());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
    }
}
