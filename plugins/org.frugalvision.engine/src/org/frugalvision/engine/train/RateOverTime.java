// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** The learning rate of each update: that of the schedule, in the warm-up less. */
final class RateOverTime {

    private final TrainingSettings m_settings;

    private final int m_updatesPerEpoch;

    private final Schedule m_schedule;

    RateOverTime(final TrainingSettings settings, final int updatesPerEpoch) {
        m_settings = settings;
        m_updatesPerEpoch = updatesPerEpoch;
        m_schedule = Schedules.create(settings.schedule().schedule());
    }

    /** @param step 1 for the first update */
    double at(final long step) {
        final double done = (double)(step - 1) / m_updatesPerEpoch;
        final double warmUp = m_settings.schedule().warmUpEpochs() * m_updatesPerEpoch;
        final double rise = step < warmUp ? step / warmUp : 1;
        return m_settings.learningRate() * rise
            * m_schedule.factor(done, m_settings.epochs(), m_settings.schedule());
    }
}
