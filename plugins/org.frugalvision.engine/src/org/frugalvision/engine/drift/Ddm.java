// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import java.util.Optional;

/**
 * Compares the error rate since the start, p, and its standard deviation, s, with their lowest sum so far: a warning
 * two deviations above it, drift three. The lowest sum is looked for from the minimum number of rows and the first
 * error on, so that a stream without errors is no standard that one error breaks (the paper does without that). Forgets
 * all after drift. O(1) per row.
 */
final class Ddm implements DriftDetector {

    static final DetectorInfo INFO = new DetectorInfo("ddm", "DDM",
        "Speaks when the error rate is three standard deviations above its lowest.",
        "Gama et al. 2004, doi:10.1007/978-3-540-28645-5_29",
        "The fastest and the most nervous (DriftBench): told 54 rows after errors rise from 10 % to 40 %, but with a "
            + "false "
            + "alarm in 7 of 40 calm streams of 2,000 rows, and in 13 with the 30 rows before it speaks of its paper.",
        Signal.ERROR);

    private static final double WARNING = 2;

    private static final double DRIFT = 3;

    private final int m_minimumRows;

    private long m_rows;

    private double m_errors;

    private double m_lowestRate;

    private double m_lowestDeviation;

    private boolean m_hasLowest;

    Ddm(final DriftSettings settings) {
        m_minimumRows = settings.minimumRows();
    }

    @Override
    public void learn(final Observation observation) {
        add(observation.error().getAsDouble());
    }

    @Override
    public Optional<Reading> next(final Observation observation) {
        add(observation.error().getAsDouble());
        if (!m_hasLowest) {
            return Optional.empty();
        }
        final double rate = m_errors / m_rows;
        final double value = rate + deviation(rate, m_rows);
        final double drift = threshold(m_lowestRate, m_lowestDeviation, DRIFT);
        final boolean above = value > m_lowestRate + m_lowestDeviation;
        if (above && value >= drift) {
            forget();
            return Optional.of(new Reading(Level.DRIFT, value, drift));
        }
        final boolean warning = above && value >= threshold(m_lowestRate, m_lowestDeviation, WARNING);
        return Optional.of(new Reading(warning ? Level.WARNING : Level.NONE, value, drift));
    }

    private void add(final double error) {
        m_rows++;
        m_errors += error;
        final double rate = m_errors / m_rows;
        final double deviation = deviation(rate, m_rows);
        if (m_rows >= m_minimumRows && rate > 0
            && (!m_hasLowest || rate + deviation < m_lowestRate + m_lowestDeviation)) {
            m_lowestRate = rate;
            m_lowestDeviation = deviation;
            m_hasLowest = true;
        }
    }

    private void forget() {
        m_rows = 0;
        m_errors = 0;
        m_hasLowest = false;
    }

    /** Of a rate of errors among rows. */
    static double deviation(final double rate, final long rows) {
        return Math.sqrt(rate * (1 - rate) / rows);
    }

    static double threshold(final double lowestRate, final double lowestDeviation, final double deviations) {
        return lowestRate + deviations * lowestDeviation;
    }
}
