// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Cross-entropy after softmax, for label rows y that need not sum to 1: loss = - sum_k y_k ln p_k, gradient with
 * respect to the scores = (sum_k y_k) p - y. A row that is w times a one-hot row weighs its image by w; a row of
 * fractions is a soft label. Softmax is part of the loss, so the layer must have no activation. Computed in double
 * precision; remembers the scores of the last batch. Not thread-safe.
 */
public final class SoftmaxCrossEntropy implements ILossFunction {

    private static final long serialVersionUID = 1L;

    private transient float[] m_lastScores = new float[0];

    private transient org.frugalvision.engine.kernel.Replica.ScoreGradient m_gradient;

    private transient int m_first;

    void set(final org.frugalvision.engine.kernel.Replica.ScoreGradient gradient, final int first) {
        m_gradient = gradient;
        m_first = first;
    }

    /** @return the scores of the last batch whose gradient was computed, image after image; shared */
    float[] lastScores() {
        return m_lastScores;
    }

    @Override
    public double computeScore(final INDArray labels, final INDArray scores, final IActivation activation,
        final INDArray mask, final boolean average) {
        double sum = 0;
        for (final double loss : losses(labels, scores, activation, mask)) {
            sum += loss;
        }
        return average ? sum / scores.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(final INDArray labels, final INDArray scores, final IActivation activation,
        final INDArray mask) {
        final double[] losses = losses(labels, scores, activation, mask);
        final float[] column = new float[losses.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = (float)losses[i];
        }
        return Nd4j.create(column, new long[]{column.length, 1}, 'c');
    }

    @Override
    public INDArray computeGradient(final INDArray labels, final INDArray scores, final IActivation activation,
        final INDArray mask) {
        check(activation, mask);
        final int classes = (int)scores.size(1);
        final float[] rows = values(labels);
        m_lastScores = values(scores);
        final float[] gradient = new float[rows.length];
        if (m_gradient != null) {
            m_gradient.of(m_first, rows.length / classes, m_lastScores, gradient);
            return Nd4j.create(gradient, new long[]{scores.size(0), classes}, 'c');
        }
        for (int from = 0; from < rows.length; from += classes) {
            Softmax.gradient(m_lastScores, rows, from, classes, gradient);
        }
        return Nd4j.create(gradient, new long[]{scores.size(0), classes}, 'c');
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(final INDArray labels, final INDArray scores,
        final IActivation activation, final INDArray mask, final boolean average) {
        return new Pair<>(computeScore(labels, scores, activation, mask, average),
            computeGradient(labels, scores, activation, mask));
    }

    @Override
    public String name() {
        return getClass().getSimpleName();
    }

    private static double[] losses(final INDArray labels, final INDArray scores, final IActivation activation,
        final INDArray mask) {
        check(activation, mask);
        final int classes = (int)scores.size(1);
        final float[] rows = values(labels);
        final float[] values = values(scores);
        final double[] losses = new double[(int)scores.size(0)];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Softmax.loss(values, rows, i * classes, classes);
        }
        return losses;
    }

    private static void check(final IActivation activation, final INDArray mask) {
        if (!(activation instanceof ActivationIdentity) || mask != null) {
            throw new IllegalStateException("This loss contains softmax and weights: no activation, no mask.");
        }
    }

    /** A copy is contiguous and in row order, which a view or a product of matrices need not be. */
    private static float[] values(final INDArray array) {
        return array.dup('c').data().asFloat();
    }
}
