// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;

/**
 * Lets batches go through the network under training, with its present weights unless others are given. Everything is
 * charged to the training. Batches may have another number of images than that of the update, and images another size,
 * if the network takes it.
 */
public interface Passes {

    /**
     * @param batch images with their label rows
     * @param mode how normalisation and dropout work
     * @return the loss of each image under its label row
     * @throws CanceledException if the work was canceled
     */
    double[] losses(Batch batch, Mode mode) throws CanceledException;

    /**
     * @param batch images
     * @param mode how normalisation and dropout work
     * @return scores before softmax, image after image
     * @throws CanceledException if the work was canceled
     */
    float[] scores(Batch batch, Mode mode) throws CanceledException;

    /**
     * @param batch images
     * @return the values that enter the last layer, image after image, computed as when the network is applied
     * @throws CanceledException if the work was canceled
     */
    float[] embeddings(Batch batch) throws CanceledException;

    /**
     * @param batch images with their label rows
     * @return the gradient of the sum of the losses by the pixels, image after image, computed as when the network is
     *         applied; running statistics stay as they are
     * @throws CanceledException if the work was canceled
     */
    float[] inputGradients(Batch batch) throws CanceledException;

    /**
     * @param batch images with their label rows
     * @param at the weights to compute with instead of the present ones
     * @return the gradient of the mean loss by the weights, computed as in training, with the masks of dropout of this
     *         update; 0 where a tensor is frozen or not learned
     * @throws CanceledException if the work was canceled
     */
    Weights gradient(Batch batch, Weights at) throws CanceledException;

    /** How normalisation and dropout work. */
    enum Mode {
        /** As when the network is applied: running statistics, no dropout. */
        APPLIED,
        /** As in training: statistics of the batch, and dropout. */
        TRAINING
    }
}
