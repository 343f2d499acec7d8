// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums of one epoch while it goes on. */
final class Epoch {

    private final long m_start = System.nanoTime();

    private final int m_number;

    private final List<int[]> m_batches;

    private BatchScore m_score = BatchScore.NONE;

    private int m_updates;

    Epoch(final int number, final List<int[]> batches) {
        m_number = number;
        m_batches = batches;
    }

    int number() {
        return m_number;
    }

    void add(final BatchScore score) {
        m_score = m_score.plus(score);
        m_updates++;
    }

    int batches() {
        return m_batches.size();
    }

    /** The batch whose turn it is. */
    int[] batch() {
        return m_batches.get(m_updates);
    }

    EpochPlan plan() {
        return EpochPlan.of(m_batches);
    }

    /** Epochs done, with the fraction of this one. */
    double done() {
        return m_number - 1 + (double)m_updates / m_batches.size();
    }

    int updates() {
        return m_updates;
    }

    double meanLoss() {
        return m_score.mean().loss();
    }

    /** Whether the network gave the same class to all images of this epoch. */
    boolean predictedOneClass() {
        return Long.bitCount(m_score.predicted()) == 1;
    }

    EpochMetrics metrics(final boolean mixed, final Optional<EpochMetrics.Score> validation,
        final Map<String, Double> measures, final double learningRate) {
        return new EpochMetrics(m_number, meanLoss(), mixed ? Double.NaN : m_score.mean().accuracy(), validation,
            m_score.images(), m_updates, learningRate, (System.nanoTime() - m_start) / 1e9,
            measures);
    }
}
