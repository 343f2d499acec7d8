// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.List;

import org.frugalvision.engine.run.CanceledException;

/** Parts of one size, for one purpose. */
interface PartPool extends AutoCloseable {

    /**
     * To be called by a thread of the workers.
     *
     * @param memory number of the memory that the part uses; parts of other pools use it, too, at other times
     * @return a part, with the present weights
     */
    Part part(int memory);

    /**
     * Adds up the gradients that parts of this pool have left, in their order.
     *
     * @param parts the parts
     * @param workers to share the work
     * @param gradient the sums are added to it, in the order of the weights
     * @throws CanceledException if the work was canceled
     */
    void addGradients(List<Part> parts, Workers workers, float[] gradient) throws CanceledException;

    @Override
    void close();
}
