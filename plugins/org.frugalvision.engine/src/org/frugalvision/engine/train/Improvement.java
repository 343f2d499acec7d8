// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Optional;

import org.frugalvision.engine.train.StoppingSettings.Metric;

/** Watches the validation images for early stopping and budgets, and keeps the best weights. */
final class Improvement {

    private final StoppingSettings m_settings;

    private double m_best = Double.POSITIVE_INFINITY;

    private int m_bestEpoch;

    private float[] m_bestWeights;

    Improvement(final StoppingSettings settings) {
        m_settings = settings;
    }

    /** An epoch has ended with these weights. */
    void consider(final EpochMetrics epoch, final float[] weights) {
        if (!m_settings.givesBackTheBest() || epoch.validation().isEmpty()) {
            return;
        }
        final double value = value(epoch);
        final double least = m_settings.early() ? m_settings.minDelta() : 0;
        if (value < m_best - least || m_bestWeights == null) {
            m_best = value;
            m_bestEpoch = epoch.epoch();
            m_bestWeights = weights.clone();
        }
    }

    /** Whether too many epochs have passed since the best one. */
    boolean over(final int epoch) {
        return m_settings.early() && epoch - m_bestEpoch >= m_settings.patience();
    }

    /** The best weights and their epoch, if they are kept. */
    Optional<Best> best() {
        return Optional.ofNullable(m_bestWeights).map(weights -> new Best(m_bestEpoch, m_best, weights));
    }

    /** Goes on from what {@link #best} gave. */
    void resume(final Best best) {
        m_bestEpoch = best.epoch();
        m_best = best.value();
        m_bestWeights = best.weights();
    }

    /** Lower is better. */
    private double value(final EpochMetrics epoch) {
        final EpochMetrics.Score score = epoch.validation().orElseThrow();
        return m_settings.metric() == Metric.LOSS ? score.loss() : -score.accuracy();
    }

    /**
     * The best epoch so far.
     *
     * @param epoch 1 for the first
     * @param value what had to improve, lower is better
     * @param weights shared
     */
    record Best(int epoch, double value, float[] weights) {
    }
}
