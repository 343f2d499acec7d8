// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

/** How what goes is shared out among the layers. */
public enum Allocation {
    /** The same share of each layer. */
    UNIFORM,
    /** The channels with the lowest scores of the whole network. */
    GLOBAL,
    /** More of the layers whose loss costs less accuracy, see {@link SensitivityScan}. */
    SENSITIVITY
}
