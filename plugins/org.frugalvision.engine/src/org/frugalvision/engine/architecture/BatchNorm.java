// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import org.frugalvision.engine.network.BatchNormalization;

/** Whether convolutions are followed by {@link BatchNormalization} in place of a bias. */
public enum BatchNorm {

    /** As the architecture's paper has it. */
    USUAL("As in the paper"),

    /** After every convolution. */
    ON("On"),

    /** Nowhere. */
    OFF("Off");

    private final String m_label;

    BatchNorm(final String label) {
        m_label = label;
    }

    /** @return its visible name */
    public String label() {
        return m_label;
    }
}
