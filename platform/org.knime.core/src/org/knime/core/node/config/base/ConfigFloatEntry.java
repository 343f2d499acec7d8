// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One float below a key, stored as type xfloat; immutable. */
public final class ConfigFloatEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final float m_value;

    /** An entry with the value. */
    public ConfigFloatEntry(final String key, final float value) {
        super(key, ConfigEntries.xfloat);
        m_value = value;
    }

    /** @throws IllegalArgumentException if the text is no float */
    public ConfigFloatEntry(final String key, final String text) {
        this(key, Float.parseFloat(text));
    }

    /** The value. */
    public float getFloat() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Float.toString(m_value);
    }
}
