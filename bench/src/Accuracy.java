// SPDX-License-Identifier: Apache-2.0

import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;

/** The share of images whose most probable class is the true one, of all images or of each class. */
final class Accuracy {

    private Accuracy() {
    }

    static double of(final Network network, final ImageSet images) throws Exception {
        int right = 0;
        final int[] predicted = predicted(network, images);
        for (int i = 0; i < predicted.length; i++) {
            right += predicted[i] == images.label(i) ? 1 : 0;
        }
        return (double)right / predicted.length;
    }

    /** The mean over the classes that there are images of. */
    static double meanRecall(final Network network, final ImageSet images) throws Exception {
        final int[] predicted = predicted(network, images);
        final double[] right = new double[images.classes().size()];
        final double[] all = new double[right.length];
        for (int i = 0; i < predicted.length; i++) {
            all[images.label(i)]++;
            right[images.label(i)] += predicted[i] == images.label(i) ? 1 : 0;
        }
        return IntStream.range(0, all.length).filter(k -> all[k] > 0).mapToDouble(k -> right[k] / all[k]).average()
            .orElseThrow();
    }

    private static int[] predicted(final Network network, final ImageSet images) throws Exception {
        final double[][] probabilities =
            Inference.probabilities(network, images, InferenceSettings.DEFAULT, RunControl.none());
        final int[] predicted = new int[probabilities.length];
        for (int i = 0; i < predicted.length; i++) {
            for (int k = 1; k < probabilities[i].length; k++) {
                predicted[i] = probabilities[i][k] > probabilities[i][predicted[i]] ? k : predicted[i];
            }
        }
        return predicted;
    }
}
