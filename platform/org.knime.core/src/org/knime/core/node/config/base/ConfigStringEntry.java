// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One string, or null, below a key, stored as type xstring; immutable. */
public final class ConfigStringEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final String m_value;

    /** An entry with the value, which may be null. */
    public ConfigStringEntry(final String key, final String value) {
        super(key, ConfigEntries.xstring);
        m_value = value;
    }

    /** The value, or null. */
    public String getString() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return m_value;
    }
}
