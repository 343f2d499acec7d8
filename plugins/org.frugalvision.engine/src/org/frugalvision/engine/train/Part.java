// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;

/**
 * What takes part in one training. The whole training, with the calls where they stand:
 * <pre>
 * parts = join every method of the recipe
 * unless it is resumed: trainingStarts(weights)
 * for each epoch
 *     batches = random order of the images, cut into batches;  batches = epochStarts(epoch, batches)
 *     for each tensor: its learning rate is multiplied by rate(tensor)
 *     for each batch
 *         in parallel for each image: load it;  imageLoaded(image, random)
 *         batch = batchLoaded(batch, passes)
 *         forward; in parallel for some images: gradient of the loss() by the scores;  scoresReady(...)
 *         lossReady(batch, scores, losses)
 *         backward, divide by the number of images;  gradientReady(batch, gradient, weights, passes)
 *         limit the gradient's length, decay, update;  weightsUpdated(weights)
 *     measure the validation images with the weights of result(), or else with those trained;  measured(epoch, ...)
 *     epochEnds(metrics)
 *     write the checkpoint, state() included
 * give out the weights of result(), or else those trained;  outcomes() beside them
 * </pre>
 * Parts of a recipe are called in the order of the recipe. Calls come one at a time, but for those said to come from
 * any thread. What a part draws at random comes from the streams that it is given, and what it remembers stands in
 * {@link #state}: so an interrupted training goes on with the same bits. A recipe without methods costs nothing.
 */
public interface Part {

    /**
     * A training that is not resumed is about to start.
     *
     * @param weights where it starts; may be changed, only with {@link Claim#START}
     * @throws CanceledException if the work was canceled
     */
    default void trainingStarts(final Weights weights) throws CanceledException {
        // by default it starts where it is told
    }

    /**
     * An epoch is about to start.
     *
     * @param epoch 1 for the first
     * @param batches indices of the images of each batch, as planned so far; not to be changed
     * @return the batches to take, at least one, none empty; images may be left out, repeated and grouped anew
     */
    default List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
        return batches;
    }

    /**
     * The learning rate of a tensor in the epoch that has just started.
     *
     * @param tensor a tensor of the network, that of a running statistic included
     * @return a factor on the learning rate, at least 0. Where it is 0, the tensor is frozen: neither a weight nor a
     *   running statistic moves, and no gradient is computed below the lowest tensor that is not. The layers up to
     *   there, or up to the first dropout, are computed as when the network is applied, and once only for images that
     *   no method changes
     */
    default double rate(final Tensor tensor) {
        return 1;
    }

    /** @return the loss to train with instead of cross-entropy after softmax; only with {@link Claim#LOSS} */
    default Optional<Loss> loss() {
        return Optional.empty();
    }

    /**
     * An image was loaded. Called from any thread, for many images at once.
     *
     * @param image its pixels may be changed in place
     * @param random belongs to this image, its copy in the batch and the epoch alone
     */
    default void imageLoaded(final LoadedImage image, final RandomGenerator random) {
        // by default it stays as it is
    }

    /**
     * A batch was loaded.
     *
     * @param batch its pixels and label rows may be changed in place
     * @param passes lets it go through the network as it is now
     * @return the batch to train on, at least one image: the same, or one of another size
     * @throws CanceledException if the work was canceled
     */
    default Batch batchLoaded(final Batch batch, final Passes passes) throws CanceledException {
        return batch;
    }

    /**
     * Some images of the batch have their scores and the gradient of the loss by them. Called from any thread.
     *
     * @param batch the batch; not to be changed
     * @param first position of the first of these images in the batch
     * @param images how many
     * @param scores theirs, before softmax, image after image; not to be changed
     * @param gradient of the sum of the images' losses by the scores; may be changed
     */
    default void scoresReady(final Batch batch, final int first, final int images, final float[] scores,
        final float[] gradient) {
        // by default it stays as it is
    }

    /**
     * The batch went through the network.
     *
     * @param batch as it went through; not to be changed
     * @param scores before softmax, image after image; not to be changed
     * @param losses of each image under its label row; not to be changed
     */
    default void lossReady(final Batch batch, final float[] scores, final double[] losses) {
        // by default nobody takes notice
    }

    /**
     * The gradient of the batch's mean loss is known and is about to change the weights.
     *
     * @param batch as it went through; not to be changed
     * @param gradient may be changed; 0 where a tensor is frozen or not learned
     * @param weights the weights before the update; not to be changed
     * @param passes lets batches go through the network once more
     * @throws CanceledException if the work was canceled
     */
    default void gradientReady(final Batch batch, final Weights gradient, final Weights weights, final Passes passes)
        throws CanceledException {
        // by default it stays as it is
    }

    /**
     * The weights were updated.
     *
     * @param weights may be changed
     */
    default void weightsUpdated(final Weights weights) {
        // by default they stay as they are
    }

    /**
     * An epoch has been trained, and what would be given out now can be measured.
     *
     * @param epoch 1 for the first
     * @param measuring lets the network be measured
     * @return what was found, by the names of {@link TrainingMethod#measures}; they stand in the metrics of the epoch
     * @throws CanceledException if the work was canceled
     */
    default Map<String, Double> measured(final int epoch, final Measuring measuring) throws CanceledException {
        return Map.of();
    }

    /**
     * An epoch has ended; its checkpoint is not written yet.
     *
     * @param metrics what it brought
     */
    default void epochEnds(final EpochMetrics metrics) {
        // by default nobody takes notice
    }

    /**
     * @return what is remembered from update to update, arrays of fixed lengths; shared: a resumed training fills them
     */
    default List<float[]> state() {
        return List.of();
    }

    /**
     * @return the weights to validate and give out, if others than the trained ones, such as their average; a copy.
     *   Their running statistics are measured anew on the training images, which is charged. Only with {@link
     *   Claim#RESULT}
     */
    default Optional<float[]> result() {
        return Optional.empty();
    }

    /** @return what became known about each training image, by a name for people; one value per image, copies */
    default Map<String, double[]> outcomes() {
        return Map.of();
    }
}
