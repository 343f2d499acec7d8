// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** The learning rate over the course of a training; a record of its settings, immutable. */
interface Schedule {

    /**
     * @param done epochs done before this update, with the fraction of the current one
     * @param update the update's part of its epoch
     * @param epochs epochs in all
     * @return factor of the learning rate, in [0,1]
     */
    double factor(double done, double update, int epochs);

    /** @return whether another number of epochs changes the rates of the first ones */
    default boolean dependsOnEpochs() {
        return true;
    }
}
