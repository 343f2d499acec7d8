// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.SettingsException;

/**
 * How the learning rate changes during a training.
 *
 * @param schedule id of one of {@link Schedules}
 * @param warmUpEpochs epochs in which the rate rises from near zero to that of the schedule, in equal steps, 0 to
 *   1,000; fractions allowed
 * @param stepEpochs epochs from one step to the next, 1 to 10,000; read by step
 * @param stepFactor factor at each step, greater than 0, at most 1; read by step
 */
public record ScheduleSettings(String schedule, double warmUpEpochs, int stepEpochs, double stepFactor) {

    /** The same rate all the time. */
    public static final ScheduleSettings DEFAULT = new ScheduleSettings("constant", 0, 10, 0.1);

    /** Refuses values out of range and unknown ids. */
    public ScheduleSettings {
        Schedules.info(schedule);
        if (!(warmUpEpochs >= 0 && warmUpEpochs <= 1000)) {
            throw new SettingsException("Warm-up epochs", "must be between 0 and 1,000", warmUpEpochs);
        }
        if (stepEpochs < 1 || stepEpochs > 10_000) {
            throw new SettingsException("Epochs per step", "must be between 1 and 10,000", stepEpochs);
        }
        if (!(stepFactor > 0 && stepFactor <= 1)) {
            throw new SettingsException("Factor per step", "must be greater than 0 and at most 1", stepFactor);
        }
    }
}
