// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.architecture;

import org.frugalvision.engine.network.PatternDropout.Pattern;

/** What is dropped together where feature maps are dropped in training; see {@link Pattern}. */
public enum MapPattern {

    /** All values of a channel. */
    CHANNELS("Channels", Pattern.CHANNELS),

    /** The values of a square. */
    BLOCKS("Blocks", Pattern.BLOCKS),

    /** The largest values. */
    LARGEST("Largest values", Pattern.LARGEST);

    private final String m_label;

    private final Pattern m_pattern;

    MapPattern(final String label, final Pattern pattern) {
        m_label = label;
        m_pattern = pattern;
    }

    /** @return its visible name */
    public String label() {
        return m_label;
    }

    Pattern pattern() {
        return m_pattern;
    }
}
