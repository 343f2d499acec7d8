// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;

/** What a part may measure after an epoch: the network as it would be given out now, on images in their own order. */
public interface Measuring {

    /** @return the weights that would be given out, a copy */
    Weights given();

    /**
     * @param weights weights to compute with
     * @return passes with them, as the network is applied, charged; void with the next call of this method
     */
    Passes at(Weights weights);

    /**
     * Goes through images, batch after batch, as they are.
     *
     * @param images which
     * @param limit at most so many, the first ones; 0 = all
     * @param work what is done with each batch
     * @throws CanceledException if the work was canceled
     */
    void forEach(Images images, int limit, BatchWork work) throws CanceledException;

    /** Which images are gone through. */
    enum Images {
        /** The training images. */
        TRAINING,
        /** The validation images; the training images where there are none. */
        VALIDATION
    }

    /** What is done with a batch. */
    @FunctionalInterface
    interface BatchWork {

        /**
         * @param batch some images; void afterwards
         * @param labels their classes as the network counts them
         * @throws CanceledException if the work was canceled
         */
        void accept(Batch batch, int[] labels) throws CanceledException;
    }
}
