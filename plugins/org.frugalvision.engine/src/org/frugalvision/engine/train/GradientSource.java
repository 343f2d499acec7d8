// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.CanceledException;

/**
 * Where the gradients of a training come from: the only thing that the trainer asks for them. A source knows the
 * network, the images and the settings; the weights change between the questions. {@link LocalGradients} computes on
 * this machine; docs/decisions/0020 says what a source on several machines would have to do.
 */
interface GradientSource {

    /**
     * Computes the gradient of an update by the present weights, which stay as they are.
     *
     * @param update which one
     * @param gradient receives the sum over the images, in the order of the weights; for running statistics images x
     *            their step
     * @return what else came out
     * @throws CanceledException if the work was canceled
     */
    Answer gradient(Update update, float[] gradient) throws CanceledException;

    /**
     * An update of the weights.
     *
     * @param images indices of the images planned for it
     * @param most how many images may be trained on
     * @param epoch 1 for the first
     * @param step number of the update, 1 for the first; random numbers follow from it
     */
    record Update(int[] images, int most, int epoch, long step) {
    }

    /**
     * What came out beside the gradient.
     *
     * @param batch the images that were trained on
     * @param scores theirs
     * @param losses theirs
     */
    record Answer(Batch batch, float[] scores, double[] losses) {
    }
}
