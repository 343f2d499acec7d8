// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.Prediction;
import org.frugalvision.engine.predict.PredictionCost;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * How well a network does on labelled images.
 *
 * @param share of images whose highest score, of equal ones the first, is that of their label, in [0, 1]
 * @param loss mean cross-entropy
 * @param cost what it cost to find out
 */
public record Accuracy(double share, double loss, CostEntry cost) {

    /**
     * Cost: one pass of the images.
     *
     * @param network a network
     * @param images labelled images, at least one
     * @param threads computing threads; 0: all cores but one
     * @param run progress, and cancel within one batch
     * @return how well it does
     * @throws CanceledException if the work was canceled
     */
    public static Accuracy of(final Network network, final ImageSet images, final int threads, final RunControl run)
        throws CanceledException {
        final int[] labels = network.labels(images);
        final PredictionCost cost = new PredictionCost(network);
        final List<Prediction> predictions;
        try (Predictor predictor =
            Predictor.open(network, new InferenceSettings(0, threads), Optional.empty(), false)) {
            predictions = cost.predict(predictor, images, run);
        }
        int right = 0;
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            right += highest(predictions.get(i).scores()) == labels[i] ? 1 : 0;
            loss += predictions.get(i).loss(labels[i]);
        }
        return new Accuracy((double)right / labels.length, loss / labels.length, cost.entry());
    }

    private static int highest(final float[] scores) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }
}
