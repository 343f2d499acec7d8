// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.List;

/**
 * The last losses of each source, and how much the source is distrusted for them; see {@link LossAdaptedPlasticity}.
 */
final class SourceLosses {

    private final LossAdaptedPlasticity m_settings;

    private final int m_sources;

    /** The history of one source after the other, each a ring. */
    private final float[] m_losses;

    /** How many losses each source has had. */
    private final float[] m_counts;

    private final float[] m_distrust;

    /** Updates so far. */
    private final float[] m_updates = new float[1];

    SourceLosses(final int sources, final LossAdaptedPlasticity settings) {
        m_settings = settings;
        m_sources = sources;
        m_losses = new float[sources * settings.history()];
        m_counts = new float[sources];
        m_distrust = new float[sources];
    }

    /** Takes the mean loss of a batch of a source and gives the factor of its gradient. */
    double add(final int source, final float loss) {
        m_losses[source * m_settings.history() + (int)m_counts[source] % m_settings.history()] = loss;
        m_counts[source]++;
        m_updates[0]++;
        if (m_updates[0] <= m_settings.holdOff() || !full(source)) {
            return 1;
        }
        final Others others = new Others(source);
        if (others.m_highest <= others.m_lowest) { // nobody else has a full history, or nothing differs
            return 1;
        }
        if (mean(source) < others.mean() + m_settings.strictness() * others.deviation()) {
            m_distrust[source] = Math.max(0, m_distrust[source] - 1);
        } else {
            m_distrust[source]++;
        }
        return m_settings.factor(m_distrust[source]);
    }

    double distrust(final int source) {
        return m_distrust[source];
    }

    List<float[]> state() {
        return List.of(m_losses, m_counts, m_distrust, m_updates);
    }

    private boolean full(final int source) {
        return m_counts[source] >= m_settings.history();
    }

    private double mean(final int source) {
        double sum = 0;
        for (int i = 0; i < m_settings.history(); i++) {
            sum += m_losses[source * m_settings.history() + i];
        }
        return sum / m_settings.history();
    }

    /** Weighted mean and deviation over the losses of all other sources of full history. */
    private final class Others {

        private double m_weight;

        private double m_sum;

        private double m_squares;

        private double m_lowest = Double.POSITIVE_INFINITY;

        private double m_highest = Double.NEGATIVE_INFINITY;

        Others(final int source) {
            add(source, (weight, loss) -> {
                m_weight += weight;
                m_sum += weight * loss;
                m_lowest = Math.min(m_lowest, loss);
                m_highest = Math.max(m_highest, loss);
            });
            add(source, (weight, loss) -> m_squares += weight * (loss - mean()) * (loss - mean()));
        }

        double mean() {
            return m_sum / m_weight;
        }

        double deviation() {
            return Math.sqrt(m_squares / m_weight);
        }

        private void add(final int source, final Adder adder) {
            for (int other = 0; other < m_sources; other++) {
                if (other != source && full(other)) {
                    for (int i = 0; i < m_settings.history(); i++) {
                        adder.add(1 / (m_distrust[other] + 1.0), m_losses[other * m_settings.history() + i]);
                    }
                }
            }
        }
    }

    @FunctionalInterface
    private interface Adder {
        void add(double weight, double loss);
    }
}
