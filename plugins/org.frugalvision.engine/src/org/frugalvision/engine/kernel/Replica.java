// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * A network in native memory, computing on a number of threads: plain arrays in, plain arrays out (images one after the
 * other, CHW each). It holds its own weights, and prepares itself once for each shape of images. A batch is computed in
 * parts that do not depend on the number of threads; sums over the parts (gradients, statistics of normalisation) are
 * taken in the order of the parts. So equal calls give equal bits on any number of threads of one kind of processor.
 * To be used by one thread at a time, under a {@link org.frugalvision.engine.run.Compute} lease.
 */
public interface Replica extends AutoCloseable {

    /** @return the network */
    NetworkSpec spec();

    /** @param weights the weights to compute with, in the order of {@link NetworkSpec#tensors}; copied */
    void setWeights(float[] weights);

    /**
     * @param batch images that the network takes
     * @param mode whether dropout and the statistics of normalisation are those of training
     * @param nodes whose outputs are wanted
     * @return for each of the nodes its output, image after image, CHW each; new arrays
     * @throws CanceledException if the work was canceled
     */
    float[][] forward(Pixels batch, Mode mode, String... nodes) throws CanceledException;

    /**
     * Sends a set of images through the network as it is applied, batch by batch: each thread reads its own batches.
     *
     * @param images images that the network takes
     * @param batchSize images per batch; changes what comes out by rounding only
     * @param nodes whose outputs are wanted
     * @param sink takes what comes out
     * @param run progress, and cancel within one batch
     * @throws CanceledException if the work was canceled
     */
    default void forward(final ImageSet images, final int batchSize, final List<String> nodes, final Sink sink,
        final RunControl run) throws CanceledException {
        forward(images, batchSize, nodes, Mode.EVALUATION, sink, run);
    }

    /**
     * The same with dropout, if the mode says so. What is dropped follows from the noise and each image's index in its
     * set, whatever the batch size.
     *
     * @param images images that the network takes
     * @param batchSize images per batch; changes what comes out by rounding only
     * @param nodes whose outputs are wanted
     * @param mode not that of training, whose statistics are those of a whole batch
     * @param sink takes what comes out
     * @param run progress, and cancel within one batch
     * @throws CanceledException if the work was canceled
     */
    void forward(ImageSet images, int batchSize, List<String> nodes, Mode mode, Sink sink, RunControl run)
        throws CanceledException;

    /**
     * One step forward and backward; the weights stay as they are.
     *
     * @param batch images that the network takes
     * @param mode whether dropout and the statistics of normalisation are those of training
     * @param loss gives the gradient of the loss by the scores; called once for each part, by any thread
     * @param wanted which gradients are wanted; what nobody wants is not computed
     * @param weightGradient receives the sum over the images, in the order of the weights: 0 where it is not wanted.
     *            Where a tensor is a running statistic ({@code Role.learned()} is false), in training mode images x the
     *            step that is to be subtracted from it, which moves it a tenth of the way towards the statistic of the
     *            batch; may be null if no gradient by weights is wanted
     * @param inputGradient receives the gradient by the pixels, image after image; may be null if it is not wanted
     * @return the images' scores, image after image; a new array
     * @throws CanceledException if the work was canceled
     */
    float[] gradient(Pixels batch, Mode mode, ScoreGradient loss, Wanted wanted, float[] weightGradient,
        float[] inputGradient) throws CanceledException;

    /** Frees the native memory. */
    @Override
    void close();

    /**
     * Images that go through a network together.
     *
     * @param values CHW each, image after image; may be longer than needed; shared
     * @param images how many, at least 1
     * @param shape of each
     */
    record Pixels(float[] values, int images, ImageShape shape) {

        /** Refuses a batch without images: it has no statistics. */
        public Pixels {
            if (images < 1) {
                throw new IllegalArgumentException("images must be at least 1, but is " + images);
            }
        }
    }

    /**
     * How dropout and normalisation work.
     *
     * @param training with the statistics of the whole batch; otherwise with the running statistics
     * @param dropout whether dropout drops
     * @param noise number from which the masks of dropout follow, together with each image's index in the batch
     */
    record Mode(boolean training, boolean dropout, long noise) {

        /** As when the network is applied. */
        public static final Mode EVALUATION = new Mode(false, false, 0);

        /**
         * @param noise another one for each batch
         * @return as when it is trained
         */
        public static Mode training(final long noise) {
            return new Mode(true, true, noise);
        }

        /**
         * @param noise another one for each pass
         * @return as when it is applied, but with dropout
         */
        public static Mode dropout(final long noise) {
            return new Mode(false, true, noise);
        }
    }

    /** Takes what came out for a batch; called by several threads, for different images. */
    @FunctionalInterface
    interface Sink {

        /**
         * @param first index of the batch's first image in its set
         * @param images how many
         * @param values for each node its output, image after image; new arrays
         */
        void accept(int first, int images, float[][] values);
    }

    /** The gradient of a loss by the scores before softmax. */
    @FunctionalInterface
    interface ScoreGradient {

        /**
         * @param first index of the first image of the part in its batch
         * @param images of the part
         * @param scores theirs, image after image; not to be changed
         * @param gradient receives the gradient, image after image
         */
        void of(int first, int images, float[] scores, float[] gradient);
    }

    /**
     * Which gradients are wanted.
     *
     * @param trained for each tensor in the order of {@link NetworkSpec#tensors} whether its gradient (or its step, for
     *            a running statistic) is wanted; null = of all tensors. Nothing is computed below the lowest wanted
     *            one, unless {@code input}
     * @param input whether the gradient by the pixels is wanted
     */
    record Wanted(boolean[] trained, boolean input) {

        /** All tensors, not the pixels. */
        public static final Wanted WEIGHTS = new Wanted(null, false);

        /** The pixels alone. */
        public static final Wanted INPUT = new Wanted(new boolean[0], true);
    }
}
