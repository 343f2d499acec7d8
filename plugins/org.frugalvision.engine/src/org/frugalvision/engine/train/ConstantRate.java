// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** The same rate all the time. */
final class ConstantRate implements Schedule {

    static final ScheduleInfo INFO = new ScheduleInfo("constant", "Constant", "Keeps the learning rate.", "",
        "Enough for Adam and short trainings.");

    @Override
    public double factor(final double done, final int epochs, final ScheduleSettings settings) {
        return 1;
    }
}
