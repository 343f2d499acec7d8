// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** What is to be done with a node, for one part of a batch. */
enum Work {

    /** The output from the inputs; a normalisation in training takes the statistics of the whole batch. */
    FORWARD,

    /** A normalisation in training, before: the part's share of the statistics. */
    MEASURE,

    /** The gradients by the inputs and the weights from that by the output. */
    BACKWARD,

    /** A normalisation in training: the gradients by scale and shift, and that by the input for fixed statistics. */
    SUM,

    /** A normalisation in training, after: what the gradient by the input owes to the statistics. */
    SPREAD
}
