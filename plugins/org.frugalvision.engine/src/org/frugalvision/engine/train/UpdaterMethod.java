// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** A kind of updater with its settings; a record, immutable. */
interface UpdaterMethod {

    /**
     * A training starts.
     *
     * @param parameters number of values of the network
     * @param tensors number of its tensors
     * @param weightDecay pull of the weights towards zero, for {@link UpdaterInfo.Decay#OWN}
     */
    Updater start(int parameters, int tensors, double weightDecay);
}
