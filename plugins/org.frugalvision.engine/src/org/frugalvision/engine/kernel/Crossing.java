// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

/** What crosses between the Java heap and the memory in which ND4J computes. */
enum Crossing {

    /** The pixels of a batch. */
    IMAGES,

    /** Masks of dropout, which are drawn in Java. */
    NOISE,

    /** The weights, once for each version. */
    WEIGHTS,

    /** Values for each channel: statistics of normalisations and what follows from them. */
    CHANNELS,

    /** Scores and other outputs that are asked for. */
    OUTPUTS,

    /** The gradient of the loss by the scores. */
    LOSS,

    /** The gradient by the weights, summed over the parts. */
    WEIGHT_GRADIENT,

    /** The gradient by the pixels. */
    INPUT_GRADIENT
}
