// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.ImageColumnsProvider;
import org.frugalvision.nodes.table.LabelColumnsProvider;
import org.knime.core.data.StringValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Settings of the CNN Learner; those of the training mirror {@link TrainingSettings}. */
@LoadDefaultsForAbsentFields
final class CnnLearnerNodeParameters implements NodeParameters {

    private static final int TABLE = 1;

    @Widget(title = "Image column", description = "The column with the images (PNG). All images must have one size.")
    @ChoicesProvider(ImageColumnsProvider.OfSecondPort.class)
    String m_imageColumn = "";

    @Widget(title = "Label column", description = """
            The column with the class of each image. The classes are the possible values of the column, in their
            order; a column without known possible values is read first, and its classes are sorted.
            """)
    @ChoicesProvider(LabelColumnsProvider.OfSecondPort.class)
    String m_labelColumn = "";

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
            How far each step of the optimiser Adam goes. Lower it when the loss becomes infinite or jumps.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_learningRate = TrainingSettings.DEFAULT.learningRate();

    @Widget(title = "Seed", description = """
            Decides the initial weights and the order of the images. The same seed, data, settings and number of
            threads give the same network, bit for bit.
            """)
    int m_seed = (int)TrainingSettings.DEFAULT.seed();

    @Widget(title = "Shuffle images in every epoch", description = """
            Trains on the images in a new random order in every epoch. Without it they come in the order of the
            table, which is bad for tables that are sorted by class.
            """)
    @Advanced
    boolean m_shuffle = TrainingSettings.DEFAULT.shuffle();

    @Widget(title = "Threads", description = """
            How many processor threads one training uses; 0 = all but one. Another number gives another network, as
            sums are rounded in another order.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Advanced
    int m_threads = TrainingSettings.DEFAULT.threads();

    CnnLearnerNodeParameters() {
    }

    CnnLearnerNodeParameters(final NodeParametersInput input) {
        m_imageColumn = input.getInTableSpec(TABLE)
            .flatMap(spec -> ColumnSelectionUtil.getFirstCompatibleColumn(spec, PNGImageValue.class))
            .map(column -> column.getName()).orElse("");
        m_labelColumn = input.getInTableSpec(TABLE)
            .flatMap(spec -> ColumnSelectionUtil.getFirstCompatibleColumn(spec, StringValue.class))
            .map(column -> column.getName()).orElse("");
    }

    /** The engine's settings; it refuses what cannot be trained with. */
    TrainingSettings toSettings() {
        return new TrainingSettings(m_epochs, m_batchSize, m_learningRate, m_seed, m_shuffle, m_threads);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toSettings);
    }
}
