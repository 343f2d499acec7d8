// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.predict.DropoutPasses;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Prediction;
import org.frugalvision.engine.predict.PredictionCost;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.predict.SmallestChanges;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Answers by a network: probabilities and, where somebody may ask for them, embeddings of the images, from one pass,
 * which is charged.
 */
public final class NetworkAnswers {

    private final Network m_network;

    private final ImageSet m_images;

    private final InferenceSettings m_settings;

    private boolean m_embeds;

    private List<Prediction> m_predictions;

    private List<CostEntry> m_cost = List.of();

    /**
     * @param network a trained network
     * @param images the images of the pool, in its order
     * @param settings batch size and threads
     */
    public NetworkAnswers(final Network network, final ImageSet images, final InferenceSettings settings) {
        m_network = network;
        m_images = images;
        m_settings = settings;
    }

    /** @return answers {@link Need#PROBABILITIES} */
    public Answer<double[][]> probabilities() {
        return new FromPass<>(predictions -> predictions.stream().map(Prediction::probabilities)
            .toArray(double[][]::new));
    }

    /**
     * To be called before anything is answered, or it takes another pass.
     *
     * @return answers {@link Need#EMBEDDINGS} and {@link Need#VECTORS}
     */
    public Answer<float[][]> embeddings() {
        if (!m_embeds) {
            m_embeds = true;
            m_predictions = null;
        }
        return new FromPass<>(
            predictions -> predictions.stream().map(Prediction::embedding).toArray(float[][]::new));
    }

    /** @return answers {@link Need#BOUNDARIES}; asked about a network that does not end with a dense layer, refuses */
    public Answer<double[][]> boundaries() {
        return new FromPass<>(predictions -> {
            final Boundaries boundaries = Boundaries.of(m_network);
            return predictions.stream().map(prediction -> boundaries.distances(prediction.probabilities()))
                .toArray(double[][]::new);
        });
    }

    /**
     * @param passes how many passes with dropout, 2 to 1,000
     * @param seed decides what is dropped
     * @return answers {@link Need#DROPOUT}; asked about a network without dropout, refuses
     */
    public Answer<double[][][]> dropout(final int passes, final long seed) {
        final DropoutPasses dropout = new DropoutPasses(m_network, m_settings, passes, seed);
        return new Answer<>() {

            @Override
            public double[][][] compute(final RunControl run) throws CanceledException {
                return dropout.probabilities(m_images, run);
            }

            @Override
            public List<CostEntry> cost() {
                return dropout.cost();
            }
        };
    }

    /**
     * @param attack how pixels are changed
     * @return answers {@link Need#DEEP_FOOL} or {@link Need#ITERATIVE}; an image that nothing lets be predicted
     *         otherwise has the largest number there is
     */
    public Answer<double[]> changes(final SmallestChanges.Attack attack) {
        final SmallestChanges changes = new SmallestChanges(m_network, m_settings, attack);
        return new Answer<>() {

            @Override
            public double[] compute(final RunControl run) throws CanceledException {
                return changes.lengths(m_images, run);
            }

            @Override
            public List<CostEntry> cost() {
                return changes.cost();
            }
        };
    }

    List<Prediction> predictions(final RunControl run) throws CanceledException {
        if (m_predictions == null) {
            final PredictionCost cost = new PredictionCost(m_network);
            try (Predictor predictor = Predictor.open(m_network, m_settings, Optional.empty(), m_embeds)) {
                m_predictions = cost.predict(predictor, m_images, run);
            }
            m_cost = List.of(cost.entry());
        }
        return m_predictions;
    }

    private final class FromPass<T> implements Answer<T> {

        private final Function<List<Prediction>, T> m_part;

        FromPass(final Function<List<Prediction>, T> part) {
            m_part = part;
        }

        @Override
        public T compute(final RunControl run) throws CanceledException {
            return m_part.apply(predictions(run));
        }

        @Override
        public List<CostEntry> cost() {
            return m_cost;
        }
    }
}
