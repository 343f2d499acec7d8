// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One long below a key, stored as type xlong; immutable. */
public final class ConfigLongEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final long m_value;

    /** An entry with the value. */
    public ConfigLongEntry(final String key, final long value) {
        super(key, ConfigEntries.xlong);
        m_value = value;
    }

    /** @throws IllegalArgumentException if the text is no long */
    public ConfigLongEntry(final String key, final String text) {
        this(key, Long.parseLong(text));
    }

    /** The value. */
    public long getLong() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Long.toString(m_value);
    }
}
