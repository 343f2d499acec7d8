// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Map;
import java.util.Set;

/**
 * Something that takes part in a training. Its calls come one at a time, in the order in which they stand here; methods
 * of a recipe are called in the order of the recipe. A recipe without methods costs nothing and changes no bit.
 * <p>
 * What a method does must follow from its settings and what it is given, random numbers from the streams of the batch:
 * it keeps nothing from one update to the next. So a training that was interrupted goes on bit for bit without a state
 * of methods in its checkpoint, and one instance may serve several trainings.
 */
public interface TrainingMethod {

    /** @return its name for people */
    String label();

    /** @return everything that decides about what it does; part of the training's provenance */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** @return what it decides alone */
    default Set<Claim> claims() {
        return Set.of();
    }

    /**
     * An epoch is about to start.
     *
     * @param epoch 1 for the first
     * @param order indices of the images in the order planned so far; not to be changed
     * @return the order to take, not empty; an image may be left out or come several times
     */
    default int[] epochStarts(final int epoch, final int[] order) {
        return order;
    }

    /**
     * A batch was loaded.
     *
     * @param batch its images and label rows may be changed
     */
    default void batchLoaded(final TrainingBatch batch) {
        // by default it stays as it is
    }

    /** @return whether {@link #batchScored} is wanted; it costs a forward pass of every batch */
    default boolean wantsScores() {
        return false;
    }

    /**
     * The batch went through the network once, without dropout and with the running statistics of normalisation; it is
     * about to go through it again, forward and backward.
     *
     * @param batch its label rows may be changed; a row of zeros leaves its image out of the update. The update follows
     *   the mean over all images of the batch, so whoever leaves some out may scale the rows of the others
     * @param losses cross-entropy of each image under its label row
     */
    default void batchScored(final TrainingBatch batch, final double[] losses) {
        // by default it stays as it is
    }

    /**
     * The batch went through the network forward and backward.
     *
     * @param batch as it went through; not to be changed
     * @param losses cross-entropy of each image under its label row; not to be changed
     */
    default void lossReady(final TrainingBatch batch, final double[] losses) {
        // by default nobody takes notice
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
