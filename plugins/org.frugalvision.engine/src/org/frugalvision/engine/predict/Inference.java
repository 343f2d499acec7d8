// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * A network applied to one set of images; native memory is freed before each call returns. For many sets of images one
 * after the other, see {@link Predictor}.
 */
public final class Inference {

    private Inference() {
    }

    /**
     * Applies a network. Cost: O(images x multiply-adds).
     *
     * @param network the network
     * @param images images of its input shape, or of any size if its graph is free in that
     * @param settings batch size and threads
     * @param run progress and cancel, within one batch
     * @return probabilities of the classes (image, class); every row sums to 1 where an image has one class
     * @throws CanceledException if the work was canceled
     * @throws DataException if the images have a shape that the network does not take
     */
    public static double[][] probabilities(final Network network, final ImageSet images,
        final InferenceSettings settings, final RunControl run) throws CanceledException {
        return predictions(network, images, settings, false, run).stream().map(Prediction::probabilities)
            .toArray(double[][]::new);
    }

    /**
     * The values that enter the last dense layer. Cost: O(images x multiply-adds).
     *
     * @param network the network
     * @param images images of its input shape, or of any size if its graph is free in that
     * @param settings batch size and threads
     * @param run progress and cancel, within one batch
     * @return embeddings (image, feature)
     * @throws CanceledException if the work was canceled
     * @throws DataException if the images have a shape that the network does not take
     */
    public static float[][] embeddings(final Network network, final ImageSet images,
        final InferenceSettings settings, final RunControl run) throws CanceledException {
        return predictions(network, images, settings, true, run).stream().map(Prediction::embedding)
            .toArray(float[][]::new);
    }

    /**
     * Cross-entropy of each image. Cost: O(images x multiply-adds).
     *
     * @param network the network
     * @param images labelled images of its input shape, or of any size if its graph is free in that
     * @param settings batch size and threads
     * @param run progress and cancel, within one batch
     * @return - ln p(label), natural logarithm, at least 0
     * @throws CanceledException if the work was canceled
     * @throws DataException if the images have another shape, no label, or one that the network does not know
     */
    public static double[] losses(final Network network, final ImageSet images, final InferenceSettings settings,
        final RunControl run) throws CanceledException {
        final int[] labels = network.labels(images);
        final List<Prediction> predictions = predictions(network, images, settings, false, run);
        return IntStream.range(0, labels.length).mapToDouble(i -> predictions.get(i).loss(labels[i])).toArray();
    }

    private static List<Prediction> predictions(final Network network, final ImageSet images,
        final InferenceSettings settings, final boolean embeddings, final RunControl run) throws CanceledException {
        if (images.size() == 0) {
            return List.of();
        }
        network.specFor(images.shape(), Wording.row(images.id(0)));
        try (Predictor predictor = Predictor.open(network, settings, Optional.empty(), embeddings)) {
            return predictor.predict(images, run);
        }
    }
}
