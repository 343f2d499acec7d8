// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** How a node is computed in whole numbers, forward. One instance belongs to one place of one {@link Plan}. */
interface EightBitKernel {

    /**
     * Adds to the plan what is done.
     *
     * @return whether it could; otherwise nothing was added but perhaps inputs in whole numbers
     */
    boolean plan();
}
