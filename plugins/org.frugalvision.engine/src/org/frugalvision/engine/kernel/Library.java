// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.engine.network.Graph;

/** What computes the layers of one network. */
interface Library extends AutoCloseable {

    /** @param weights in the order of the network's tensors; shared, and only changed before the next call */
    void setWeights(float[] weights);

    /**
     * To be called by a thread of the workers.
     *
     * @param graph the network, for the shape of the images
     * @param schedule the steps
     * @param purpose what is wanted
     * @param images how many in each part
     * @return parts for that
     */
    PartPool pool(Graph graph, Schedule schedule, Purpose purpose, int images);

    /**
     * @param graph the network, for the shape of the images
     * @return how many images to compute together at most where nothing else asks for it: more would not be faster
     */
    int mostTogether(Graph graph);

    @Override
    void close();
}
