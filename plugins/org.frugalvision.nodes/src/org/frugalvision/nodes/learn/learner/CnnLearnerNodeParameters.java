// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import org.frugalvision.engine.train.TrainingSettings;
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
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the CNN Learner; those of the training mirror {@link TrainingSettings}. */
@LoadDefaultsForAbsentFields
final class CnnLearnerNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    /** How gradients change the weights. */
    @Section(title = "Optimizer")
    interface UpdaterSection {
    }

    /** How the learning rate changes. */
    @Section(title = "Learning rate schedule")
    @After(UpdaterSection.class)
    interface ScheduleSection {
    }

    /** How much each class counts. */
    @Section(title = "Class weights")
    @After(ScheduleSection.class)
    interface ClassWeightSection {
    }

    /** When the training ends before its last epoch. */
    @Section(title = "Stopping")
    @After(ClassWeightSection.class)
    interface StoppingSection {
    }

    @Widget(title = "Image column", description = "The column with the images (PNG). All images must have one size.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = """
            The column with the class of each image. The classes are the possible values of the column, in their
            order; a column without known possible values is read first, and its classes are sorted.
            """)
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    String m_labelColumn = "";

    FurtherColumnParameters m_columns = new FurtherColumnParameters();

    @Widget(title = "Epochs", description = "How many times every image is trained on.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_epochs = TrainingSettings.DEFAULT.epochs();

    @Widget(title = "Batch size", description = """
            How many images are trained on together. Larger batches are faster per image, but there are fewer
            steps per epoch. A table smaller than this is one batch.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_batchSize = TrainingSettings.DEFAULT.batchSize();

    @Widget(title = "Learning rate", description = """
            How far each step goes; about 0.001 for adam and adamw, 0.1 for sgd and 0.01 for nesterov. Lower it when the
            loss becomes infinite or jumps.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_learningRate = TrainingSettings.DEFAULT.learningRate();

    @Widget(title = "Seed", description = """
            Decides the initial weights and the order of the images. The same seed, data and settings give the same
            network, bit for bit.
            """)
    int m_seed = (int)TrainingSettings.DEFAULT.seed();

    @Widget(title = "Shuffle images in every epoch", description = """
            Trains on the images in a new random order in every epoch. Without it they come in the order of the
            table, which is bad for tables that are sorted by class.
            """)
    @Advanced
    boolean m_shuffle = TrainingSettings.DEFAULT.shuffle();

    @Widget(title = "Threads (0 = all but one)", description = """
            How many processor threads one training uses. Another number gives the same network, sooner or later.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_threads = TrainingSettings.DEFAULT.threads();

    @Widget(title = "Device", description = DeviceChoice.HELP)
    @Advanced
    DeviceChoice m_device = DeviceChoice.AUTO;

    @Widget(title = "Checkpoint folder", description = """
            A folder in which the state of the training is kept after every epoch, empty = none. A training that was
            canceled, failed or lost its machine goes on from there when the node is executed again, and gives the same
            network, bit for bit. The folder serves one training; a checkpoint of other settings or images is refused.
            An absolute path, or one relative to the folder of the workflow; it is created if missing.
            """)
    @Advanced
    String m_checkpointFolder = "";

    @Layout(UpdaterSection.class)
    UpdaterParameters m_updater = new UpdaterParameters();

    @Layout(ScheduleSection.class)
    ScheduleParameters m_schedule = new ScheduleParameters();

    @Layout(ClassWeightSection.class)
    ClassWeightParameters m_classWeights = new ClassWeightParameters();

    @Layout(StoppingSection.class)
    StoppingParameters m_stopping = new StoppingParameters();

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
