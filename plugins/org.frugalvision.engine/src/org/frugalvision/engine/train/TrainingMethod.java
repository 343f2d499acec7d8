// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/**
 * Something that takes part in a training. Its calls come from one thread at a time; methods of a recipe are called in
 * the order of the recipe. A recipe without methods costs nothing and changes no bit.
 */
public interface TrainingMethod {

    /**
     * A batch was loaded and is about to go through the network.
     *
     * @param batch its images and label rows may be changed
     */
    default void batchLoaded(final TrainingBatch batch) {
        // by default it stays as it is
    }

    /**
     * The gradient of the batch's mean loss is known and is about to change the weights.
     *
     * @param gradient in the order of the weights; may be changed
     * @param weights the weights before the update; not to be changed
     */
    default void gradientReady(final float[] gradient, final float[] weights) {
        // by default it stays as it is
    }

    /**
     * The weights were updated.
     *
     * @param weights may be changed
     */
    default void weightsUpdated(final float[] weights) {
        // by default they stay as they are
    }

    /**
     * An epoch has ended.
     *
     * @param metrics what it brought
     */
    default void epochEnds(final EpochMetrics metrics) {
        // by default nobody takes notice
    }
}
