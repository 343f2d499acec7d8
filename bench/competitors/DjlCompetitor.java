// SPDX-License-Identifier: Apache-2.0

import java.nio.file.Path;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.repository.zoo.Criteria;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.NoopTranslator;

/** PyTorch through DJL, from batches that lie ready in native memory: what a Java user would take instead of us. */
final class DjlCompetitor implements Competitor {

    private final BenchNetwork m_network;

    private final NDManager m_manager = NDManager.newBaseManager(Device.cpu());

    private final Trainer m_trainer;

    private final Predictor<NDList, NDList> m_predictor;

    private final NDArray[] m_images;

    private final NDArray[] m_labels;

    /** @param folder with train.pt and predict.pt */
    DjlCompetitor(final BenchNetwork network, final Path folder) throws Exception {
        m_network = network;
        final Shape shape = new Shape(BenchNetwork.BATCH, network.shape().channels(), network.shape().height(),
            network.shape().width());
        m_trainer = model(folder.resolve("train.pt"), true).newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optDevices(new Device[]{Device.cpu()})
                .optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build()));
        m_trainer.initialize(shape);
        m_predictor = model(folder.resolve("predict.pt"), false).newPredictor(new NoopTranslator());
        m_images = new NDArray[network.trainingBatches()];
        m_labels = new NDArray[network.trainingBatches()];
        for (int i = 0; i < m_images.length; i++) {
            m_images[i] = m_manager.randomUniform(0, 1, shape);
            m_labels[i] = m_manager.randomInteger(0, BenchNetwork.CLASSES, new Shape(BenchNetwork.BATCH),
                ai.djl.ndarray.types.DataType.INT64);
        }
    }

    @Override
    public Measurement train() {
        final Measurement start = Measurement.now(0);
        for (int i = 0; i < m_images.length; i++) {
            try (NDManager scope = m_trainer.getManager().newSubManager();
                GradientCollector gradients = m_trainer.newGradientCollector()) {
                final NDArray images = m_images[i].duplicate();
                images.attach(scope);
                final NDList scores = m_trainer.forward(new NDList(images));
                scores.attach(scope);
                final NDArray loss = m_trainer.getLoss().evaluate(new NDList(m_labels[i]), scores);
                loss.attach(scope);
                gradients.backward(loss);
            }
            m_trainer.step();
        }
        return Measurement.now((long)m_images.length * BenchNetwork.BATCH).since(start);
    }

    @Override
    public Measurement predict() throws Exception {
        final Measurement start = Measurement.now(0);
        for (int i = 0; i < m_network.predictionBatches(); i++) {
            m_predictor.predict(new NDList(m_images[i % m_images.length])).close();
        }
        return Measurement.now((long)m_network.predictionBatches() * BenchNetwork.BATCH).since(start);
    }

    private static Model model(final Path file, final boolean trained) throws Exception {
        final Criteria.Builder<NDList, NDList> criteria = Criteria.builder().setTypes(NDList.class, NDList.class)
            .optModelPath(file).optEngine("PyTorch").optDevice(Device.cpu());
        if (trained) {
            criteria.optOption("trainParam", "true");
        }
        return criteria.build().loadModel();
    }
}
