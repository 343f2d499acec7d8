// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** The learning rate over the course of a training. Stateless. */
interface Schedule {

    /**
     * @param done epochs done before this update, with the fraction of the current one
     * @param epochs epochs in all
     * @param settings of all schedules
     * @return factor of the learning rate, in [0,1]
     */
    double factor(double done, int epochs, ScheduleSettings settings);
}
