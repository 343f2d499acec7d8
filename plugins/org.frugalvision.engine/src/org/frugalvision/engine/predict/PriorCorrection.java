// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.Arrays;

import org.frugalvision.engine.network.NetworkHistory;
import org.frugalvision.engine.run.DataException;

/**
 * Turns the probabilities of a network that was trained on one mix of classes into those for another mix: each is
 * multiplied by (target share / training share), then all are scaled to a sum of 1. What costs nothing and often helps
 * most against rare classes being overlooked. A class without training images keeps probability 0, as nothing was
 * learned about it; if no class is left, the result is the target. Immutable. Cost: O(classes) per image.
 * <p>
 * Buda, Maki and Mazurowski 2018, A systematic study of the class imbalance problem in convolutional neural networks,
 * Neural Networks 106, arXiv:1710.05381 (there called thresholding).
 */
public final class PriorCorrection {

    private final double[] m_target;

    private final double[] m_factors;

    /**
     * @param training share of each class in the training images, {@link NetworkHistory#prior}; copied
     * @param target share of each class where the network is used; need not sum to 1; copied
     * @throws IllegalArgumentException if they differ in number
     * @throws DataException if no class has a share in both
     */
    public PriorCorrection(final double[] training, final double[] target) {
        if (training.length != target.length) {
            throw new IllegalArgumentException(
                "There are " + training.length + " training shares, but " + target.length + " target shares.");
        }
        m_target = new double[target.length];
        m_factors = new double[target.length];
        for (int i = 0; i < target.length; i++) {
            if (training[i] > 0) {
                m_target[i] = target[i];
                m_factors[i] = target[i] / training[i];
            }
        }
        scale(m_target, Arrays.stream(m_target).sum());
    }

    /**
     * @param training share of each class in the training images
     * @return the correction for images of which all trained classes are equally frequent
     */
    public static PriorCorrection toUniform(final double[] training) {
        final double[] target = new double[training.length];
        Arrays.fill(target, 1);
        return new PriorCorrection(training, target);
    }

    /**
     * @param probabilities of the classes, as the network gives them; stays as it is
     * @return the corrected ones; they sum to 1
     */
    public double[] apply(final double[] probabilities) {
        final double[] result = new double[probabilities.length];
        double sum = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] = probabilities[i] * m_factors[i];
            sum += result[i];
        }
        if (sum == 0) {
            return m_target.clone();
        }
        scale(result, sum);
        return result;
    }

    private static void scale(final double[] values, final double sum) {
        if (!(sum > 0 && Double.isFinite(sum))) {
            throw new DataException("Prior correction", "no class has both training images and a target share.",
                "Give a share to a class that the network was trained on.");
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
    }
}
