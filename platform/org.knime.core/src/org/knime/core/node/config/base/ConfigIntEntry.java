// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One int below a key, stored as type xint; immutable. */
public final class ConfigIntEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final int m_value;

    /** An entry with the value. */
    public ConfigIntEntry(final String key, final int value) {
        super(key, ConfigEntries.xint);
        m_value = value;
    }

    /** @throws IllegalArgumentException if the text is no int */
    public ConfigIntEntry(final String key, final String text) {
        this(key, Integer.parseInt(text));
    }

    /** The value. */
    public int getInt() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Integer.toString(m_value);
    }
}
