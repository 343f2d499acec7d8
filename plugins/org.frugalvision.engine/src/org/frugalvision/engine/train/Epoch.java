// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Optional;

/** Sums of one epoch while it goes on. */
final class Epoch {

    private final long m_start = System.nanoTime();

    private final int m_number;

    private final int m_batches;

    private double m_loss;

    private int m_right;

    private int m_images;

    private int m_updates;

    Epoch(final int number, final int batches) {
        m_number = number;
        m_batches = batches;
    }

    int number() {
        return m_number;
    }

    void add(final BatchScore score, final int images) {
        m_loss += score.lossSum();
        m_right += score.right();
        m_images += images;
        m_updates++;
    }

    int batches() {
        return m_batches;
    }

    /** Epochs done, with the fraction of this one. */
    double done() {
        return m_number - 1 + (double)m_updates / m_batches;
    }

    int updates() {
        return m_updates;
    }

    double meanLoss() {
        return m_loss / m_images;
    }

    EpochMetrics metrics(final boolean mixed, final Optional<EpochMetrics.Score> validation,
        final double learningRate) {
        return new EpochMetrics(m_number, meanLoss(), mixed ? Double.NaN : (double)m_right / m_images, validation,
            m_images, m_updates, learningRate, (System.nanoTime() - m_start) / 1e9);
    }
}
