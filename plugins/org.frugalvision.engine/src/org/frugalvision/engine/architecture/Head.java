// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.SpatialPyramidPooling;

/** How the maps of a network's last convolution become the vector that its dense layers take. */
public enum Head {

    /** As the architecture's paper has it. */
    USUAL("As in the paper"),

    /** All values, in CHW order. The network then takes images of one size only. */
    FLATTEN("Flatten"),

    /** The mean of each channel ({@link GlobalAveragePooling}); takes images of any size. */
    GLOBAL_AVERAGE("Global average pooling"),

    /** The maxima of 4 x 4, 2 x 2 and 1 x 1 bins of each channel ({@link SpatialPyramidPooling}); any size, too. */
    PYRAMID("Spatial pyramid pooling");

    private final String m_label;

    Head(final String label) {
        m_label = label;
    }

    /** @return its visible name */
    public String label() {
        return m_label;
    }
}
