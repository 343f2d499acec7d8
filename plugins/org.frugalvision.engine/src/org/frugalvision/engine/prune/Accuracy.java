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
 * Share of images whose highest score, of equal ones the first, is that of their label.
 *
 * @param share in [0, 1]
 * @param cost what it cost to find out
 */
record Accuracy(double share, CostEntry cost) {

    static Accuracy of(final Network network, final ImageSet images, final int threads, final RunControl run)
        throws CanceledException {
        final int[] labels = network.labels(images);
        final PredictionCost cost = new PredictionCost(network);
        final List<Prediction> predictions;
        try (Predictor predictor =
            Predictor.open(network, new InferenceSettings(0, threads), Optional.empty(), false)) {
            predictions = cost.predict(predictor, images, run);
        }
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += highest(predictions.get(i).scores()) == labels[i] ? 1 : 0;
        }
        return new Accuracy((double)right / labels.length, cost.entry());
    }

    private static int highest(final float[] scores) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }
}
