// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Sigmoid;
import org.frugalvision.engine.network.Softmax;

/**
 * What a network says about one image.
 *
 * @param labelling how many classes an image belongs to, and so how scores become probabilities
 * @param scores of the classes before softmax, or before sigmoid; shared, not to be modified
 * @param embedding the values that enter the last dense layer, empty where nobody asked for them; shared, not to be
 *            modified
 * @param multiplyAdds what it took, all passes of the image together
 */
public record Prediction(Labelling labelling, float[] scores, float[] embedding, long multiplyAdds) {

    /** @return probabilities of the classes, a new array; where an image has one class they sum to 1 up to rounding */
    public double[] probabilities() {
        return labelling.probabilities(scores, 0, scores.length);
    }

    /**
     * @param label index of the right class, where an image has one
     * @return the cross-entropy - ln p(label), natural logarithm, at least 0
     */
    public double loss(final int label) {
        return Softmax.loss(scores, 0, label, scores.length);
    }

    /**
     * @param row label row of 0 and 1, where an image has several labels
     * @return the sum of the binary cross-entropies of all classes, natural logarithm, at least 0
     */
    public double loss(final float[] row) {
        return Sigmoid.loss(scores, row, 0, scores.length);
    }

    Prediction after(final Prediction earlier) {
        return new Prediction(labelling, scores, embedding, earlier.multiplyAdds + multiplyAdds);
    }
}
