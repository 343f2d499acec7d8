// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import org.frugalvision.engine.run.SettingsException;

/**
 * Multiplies the rate by a factor every few epochs.
 *
 * @param epochs epochs from one step to the next, 1 to 10,000
 * @param factor factor at each step, greater than 0, at most 1
 */
record StepRate(int epochs, double factor) implements Schedule {

    static final StepRate DEFAULT = new StepRate(10, 0.1);

    static final ScheduleInfo INFO = new ScheduleInfo("step", "Steps",
        "Multiplies the learning rate by a factor every few epochs.",
        "He, Zhang, Ren and Sun 2016, arXiv:1512.03385", "The classic of long trainings; its steps must be tuned.");

    /** Refuses values out of range. */
    StepRate {
        if (epochs < 1 || epochs > 10_000) {
            throw new SettingsException("Epochs per step", "must be between 1 and 10,000", epochs);
        }
        if (!(factor > 0 && factor <= 1)) {
            throw new SettingsException("Factor per step", "must be greater than 0 and at most 1", factor);
        }
    }

    @Override
    public double factor(final double done, final double update, final int inAll) {
        return Math.pow(factor, Math.floor(done / epochs));
    }

    @Override
    public boolean dependsOnEpochs() {
        return false;
    }
}
