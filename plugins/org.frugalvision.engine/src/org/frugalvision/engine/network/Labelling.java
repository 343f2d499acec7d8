// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ImageSet;

/** How many classes an image belongs to, and so how scores become probabilities. */
public enum Labelling {

    /** To exactly one: softmax of the scores, probabilities that sum to 1. */
    ONE {
        @Override
        public double[] probabilities(final float[] scores, final int from, final int classes) {
            return Softmax.probabilities(scores, from, classes);
        }
    },

    /** To any number, also to none: each class for itself, by the sigmoid of its score; the sum tells nothing. */
    SEVERAL {
        @Override
        public double[] probabilities(final float[] scores, final int from, final int classes) {
            return Sigmoid.probabilities(scores, from, classes);
        }
    };

    /**
     * @param images images
     * @return {@link #SEVERAL} if they tell {@link Column#LABELS}
     */
    public static Labelling of(final ImageSet images) {
        return images.column(Column.LABELS).isPresent() ? SEVERAL : ONE;
    }

    /**
     * @param scores scores of one or many images
     * @param from index of the first score of the image
     * @param classes number of its scores
     * @return probabilities of the classes, 0 to 1, a new array
     */
    public abstract double[] probabilities(float[] scores, int from, int classes);
}
