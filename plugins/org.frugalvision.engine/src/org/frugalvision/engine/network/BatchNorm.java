// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

/** Whether convolutions are followed by {@link BatchNormalization} in place of a bias. */
public enum BatchNorm {

    /** As the architecture's paper has it. */
    USUAL,

    /** After every convolution. */
    ON,

    /** Nowhere. */
    OFF
}
