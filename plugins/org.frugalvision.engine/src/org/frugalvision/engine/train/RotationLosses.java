// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.TurnedImages;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.Prediction;
import org.frugalvision.engine.predict.PredictionCost;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Answer;

/**
 * How hard it is to tell by how much an image was turned: a network learns to tell 0, 90, 180 and 270 degrees of the
 * images themselves (15 epochs; Adam, rate 0.001, batches of 64), without any label; the answer is the mean
 * cross-entropy over the four turns of each image. Answers {@link org.frugalvision.engine.select.Need#PRETEXT_LOSS}. Yi
 * et al. 2022, arXiv:2201.07459, who use SGD with a rate of 0.1.
 */
public final class RotationLosses implements Answer<double[]> {

    private static final int EPOCHS = 15;

    private static final int BATCH = 64;

    private static final double RATE = 1e-3;

    private static final int TURNS = 4;

    private final Function<ImageSet, Network> m_start;

    private final ImageSet m_images;

    private final int m_epochs;

    private final long m_seed;

    private final List<CostEntry> m_cost = new ArrayList<>();

    /**
     * @param start gives a network of four classes for turned images
     * @param images images, whose labels are not looked at
     * @param seed of the training
     */
    public RotationLosses(final Function<ImageSet, Network> start, final ImageSet images, final long seed) {
        this(start, images, EPOCHS, seed);
    }

    RotationLosses(final Function<ImageSet, Network> start, final ImageSet images, final int epochs, final long seed) {
        m_start = start;
        m_images = images;
        m_epochs = epochs;
        m_seed = seed;
    }

    /** @throws DataException if the images are not square */
    @Override
    public double[] compute(final RunControl run) throws CanceledException {
        final ImageSet turned = new TurnedImages(m_images);
        final FitResult result = new Training(m_start.apply(turned), turned,
            new TrainingSettings(m_epochs, BATCH, RATE, m_seed, true, 0)).fit(run.part(0, 0.9));
        m_cost.add(result.cost());
        final double[] losses = new double[m_images.size()];
        final int[] labels = result.network().labels(turned);
        final PredictionCost cost = new PredictionCost(result.network());
        try (Predictor predictor =
            Predictor.open(result.network(), InferenceSettings.DEFAULT, Optional.empty(), false)) {
            final List<Prediction> predictions = cost.predict(predictor, turned, run.part(0.9, 1));
            for (int i = 0; i < labels.length; i++) {
                losses[i / TURNS] += predictions.get(i).loss(labels[i]) / TURNS;
            }
        }
        m_cost.add(cost.entry());
        return losses;
    }

    @Override
    public List<CostEntry> cost() {
        return List.copyOf(m_cost);
    }
}
