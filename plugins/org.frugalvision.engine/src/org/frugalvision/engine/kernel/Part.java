// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** Memory and code for some images of a batch. Used by one thread at a time. */
interface Part {

    /**
     * Takes images of a batch.
     *
     * @param batch the batch
     * @param number of the part in it
     * @param first index of its first image
     * @param images how many, at most as many as the part was made for
     */
    void begin(Batch batch, int number, int first, int images);

    /** Does a step, after {@link #begin} and all steps that stand before it. */
    void run(Step step);

    /** @param gradient of the loss by the scores; given after all steps forward */
    void putLoss(float[] gradient);

    /** @return index of its first image in the batch */
    int first();

    /** @return how many images it has taken */
    int images();
}
