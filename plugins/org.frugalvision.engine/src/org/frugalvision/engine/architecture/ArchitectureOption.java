// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

/** An option that an architecture may read; see {@link ArchitectureOptions}. */
public enum ArchitectureOption {

    /** {@link ArchitectureOptions#width}. */
    WIDTH("Width multiplier"),

    /** {@link ArchitectureOptions#batchNorm}. */
    BATCH_NORM("Batch normalization"),

    /** {@link ArchitectureOptions#dropout}. */
    DROPOUT("Dropout"),

    /** {@link ArchitectureOptions#head}. */
    HEAD("Pooling before the last layers"),

    /** {@link ArchitectureOptions#mapDropout} and what belongs to it. */
    MAP_DROPOUT("Dropout of feature maps"),

    /** {@link ArchitectureOptions#stochasticDepth}. */
    STOCHASTIC_DEPTH("Stochastic depth");

    private final String m_title;

    ArchitectureOption(final String title) {
        m_title = title;
    }

    /** @return its visible name */
    public String title() {
        return m_title;
    }
}
