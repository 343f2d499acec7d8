// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One short below a key, stored as type xshort; immutable. */
public final class ConfigShortEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final short m_value;

    /** An entry with the value. */
    public ConfigShortEntry(final String key, final short value) {
        super(key, ConfigEntries.xshort);
        m_value = value;
    }

    /** @throws IllegalArgumentException if the text is no short */
    public ConfigShortEntry(final String key, final String text) {
        this(key, Short.parseShort(text));
    }

    /** The value. */
    public short getShort() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Short.toString(m_value);
    }
}
