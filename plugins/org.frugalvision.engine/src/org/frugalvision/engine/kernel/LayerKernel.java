// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** How a node is computed by oneDNN. One instance belongs to one place of one {@link Plan}. */
interface LayerKernel {

    /**
     * Adds to the plan what a step does. The steps come in the order in which they will be run.
     *
     * @param work of the step
     */
    void plan(Work work);
}
