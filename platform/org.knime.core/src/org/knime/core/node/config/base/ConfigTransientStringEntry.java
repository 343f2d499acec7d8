// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One string below a key that lives in memory only: it is stored, and comes back, as null; immutable. */
public final class ConfigTransientStringEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final transient String m_value;

    /** An entry with the value, which may be null. */
    public ConfigTransientStringEntry(final String key, final String value) {
        super(key, ConfigEntries.xtransientstring);
        m_value = value;
    }

    /** The value, or null. */
    public String getTransientString() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return null;
    }
}
