// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One byte below a key, stored as type xbyte; immutable. */
public final class ConfigByteEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final byte m_value;

    /** An entry with the value. */
    public ConfigByteEntry(final String key, final byte value) {
        super(key, ConfigEntries.xbyte);
        m_value = value;
    }

    /** @throws IllegalArgumentException if the text is no byte */
    public ConfigByteEntry(final String key, final String text) {
        this(key, Byte.parseByte(text));
    }

    /** The value. */
    public byte getByte() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Byte.toString(m_value);
    }
}
