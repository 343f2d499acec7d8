// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.SettingsException;

/**
 * How the learning rate changes during a training.
 *
 * @param schedule one of {@link Schedules}, with its settings
 * @param warmUpEpochs epochs in which the rate rises from near zero to that of the schedule, in equal steps, 0 to
 *   1,000; fractions allowed
 */
public record ScheduleSettings(Choice schedule, double warmUpEpochs) {

    /** The same rate all the time. */
    public static final ScheduleSettings DEFAULT = new ScheduleSettings(Choice.of("constant"), 0);

    /** Refuses values out of range, unknown ids and settings. */
    public ScheduleSettings {
        Schedules.create(schedule);
        if (!(warmUpEpochs >= 0 && warmUpEpochs <= 1000)) {
            throw new SettingsException("Warm-up epochs", "must be between 0 and 1,000", warmUpEpochs);
        }
    }
}
