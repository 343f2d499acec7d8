// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** The learning rate of each update: that of the schedule, in the warm-up less. */
final class RateOverTime {

    private final TrainingSettings m_settings;

    private final Schedule m_schedule;

    RateOverTime(final TrainingSettings settings) {
        m_settings = settings;
        m_schedule = Schedules.create(settings.schedule().schedule());
    }

    /**
     * @param done epochs done before the update, with the fraction of the current one
     * @param update the update's part of its epoch
     */
    double at(final double done, final double update) {
        final double warmUp = m_settings.schedule().warmUpEpochs();
        final double rise = done + update < warmUp ? (done + update) / warmUp : 1;
        return m_settings.learningRate() * rise
            * m_schedule.factor(done, update, m_settings.epochs());
    }
}
