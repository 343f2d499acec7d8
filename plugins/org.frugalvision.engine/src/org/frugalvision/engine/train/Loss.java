// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/**
 * What a training makes small: a loss of each image, from its scores before softmax and its label row, and its
 * gradient. Stateless; in double precision. Arrays hold many images, one after the other.
 */
public interface Loss {

    /**
     * @param scores scores
     * @param rows label rows, at least 0, of any sum: a row of weight w counts w times
     * @param from index of the image's first score, and of its first label value
     * @param classes number of classes
     * @return the image's loss
     */
    double loss(float[] scores, float[] rows, int from, int classes);

    /**
     * @param scores scores
     * @param rows label rows
     * @param from index of the image's first score, label value and value of the gradient
     * @param classes number of classes
     * @param gradient receives the gradient of the image's loss by its scores
     */
    void gradient(float[] scores, float[] rows, int from, int classes, float[] gradient);

    /** @return the loss by which validation images are measured */
    default Loss measured() {
        return this;
    }
}
