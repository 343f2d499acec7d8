// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** Multiplies the rate by a factor every few epochs. */
final class StepRate implements Schedule {

    static final ScheduleInfo INFO = new ScheduleInfo("step", "Steps",
        "Multiplies the learning rate by a factor every few epochs.",
        "He, Zhang, Ren and Sun 2016, arXiv:1512.03385", "The classic of long trainings; its steps must be tuned.");

    @Override
    public double factor(final double done, final int epochs, final ScheduleSettings settings) {
        return Math.pow(settings.stepFactor(), Math.floor(done / settings.stepEpochs()));
    }
}
