// SPDX-License-Identifier: Apache-2.0

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;

/** The share of images whose most probable class is the true one. */
final class Accuracy {

    private Accuracy() {
    }

    static double of(final Network network, final ImageSet images) throws Exception {
        final double[][] probabilities =
            Inference.probabilities(network, images, InferenceSettings.DEFAULT, RunControl.none());
        int right = 0;
        for (int i = 0; i < probabilities.length; i++) {
            int best = 0;
            for (int k = 1; k < probabilities[i].length; k++) {
                best = probabilities[i][k] > probabilities[i][best] ? k : best;
            }
            right += best == images.label(i) ? 1 : 0;
        }
        return (double)right / probabilities.length;
    }
}
