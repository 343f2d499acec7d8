// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** The same rate all the time. */
record ConstantRate() implements Schedule {

    static final ScheduleInfo INFO = new ScheduleInfo("constant", "Constant", "Keeps the learning rate.", "",
        "Enough for Adam and short trainings.");

    @Override
    public double factor(final double done, final double update, final int epochs) {
        return 1;
    }

    @Override
    public boolean dependsOnEpochs() {
        return false;
    }
}
