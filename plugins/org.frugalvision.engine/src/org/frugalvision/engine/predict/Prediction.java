// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import org.frugalvision.engine.network.Softmax;

/**
 * What a network says about one image.
 *
 * @param scores of the classes before softmax; shared, not to be modified
 * @param embedding the values that enter the last dense layer, empty where nobody asked for them; shared, not to be
 *            modified
 * @param multiplyAdds what it took, all passes of the image together
 */
public record Prediction(float[] scores, float[] embedding, long multiplyAdds) {

    /** @return probabilities of the classes, a new array; they sum to 1 up to rounding */
    public double[] probabilities() {
        return Softmax.probabilities(scores, 0, scores.length);
    }

    /**
     * @param label index of the right class
     * @return the cross-entropy - ln p(label), natural logarithm, at least 0
     */
    public double loss(final int label) {
        return Softmax.loss(scores, 0, label, scores.length);
    }

    Prediction after(final Prediction earlier) {
        return new Prediction(scores, embedding, earlier.multiplyAdds + multiplyAdds);
    }
}
