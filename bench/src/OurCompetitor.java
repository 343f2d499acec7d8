// SPDX-License-Identifier: Apache-2.0

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * Our trainer and our prediction, from bytes to weights and probabilities. Of a training, the time from its third
 * batch on counts, of a prediction that of an open network, as the nodes keep it: the others keep their graph, too.
 */
final class OurCompetitor implements Competitor {

    private static final int WARM_UP = 2;

    private final int m_threads;

    private final ImageSet m_training;

    private final ImageSet m_prediction;

    private final Network m_network;

    OurCompetitor(final BenchNetwork network, final int threads) {
        m_threads = threads;
        // one batch more, since a lap ends where the next batch begins
        m_training = network.images(network.trainingBatches() + WARM_UP + 1);
        m_prediction = network.images(network.predictionBatches());
        m_network = network.network();
    }

    @Override
    public Measurement train() throws Exception {
        final Laps laps = new Laps();
        new Training(m_network, m_training, new TrainingSettings(1, BenchNetwork.BATCH, 1e-3, 1, true, m_threads))
            .fit(laps);
        return laps.last(m_training.size() / BenchNetwork.BATCH - WARM_UP - 1);
    }

    @Override
    public Measurement predict() throws Exception {
        try (Predictor predictor = Predictor.open(m_network, new InferenceSettings(BenchNetwork.BATCH, m_threads),
            Optional.empty(), false)) {
            // as many batches as threads, so that all of them are there when the clock starts
            predictor.predict(m_prediction.subset(IntStream.range(0, m_threads * BenchNetwork.BATCH).toArray()),
                RunControl.none());
            final Measurement start = Measurement.now(0);
            predictor.predict(m_prediction, RunControl.none());
            return Measurement.now(m_prediction.size()).since(start);
        }
    }

    /** Notes the time when a batch begins: there the trainer asks whether to go on. */
    private static final class Laps implements RunControl {

        private final List<Measurement> m_starts = new ArrayList<>();

        @Override
        public void progress(final double fraction, final String message) {
            // nobody watches
        }

        @Override
        public void checkCanceled() {
            m_starts.add(Measurement.now((long)m_starts.size() * BenchNetwork.BATCH));
        }

        Measurement last(final int batches) {
            final int end = m_starts.size() - 1;
            return m_starts.get(end).since(m_starts.get(end - batches));
        }
    }
}
