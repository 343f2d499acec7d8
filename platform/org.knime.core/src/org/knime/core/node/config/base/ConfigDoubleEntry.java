// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One double below a key, stored as type xdouble; immutable. */
public final class ConfigDoubleEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final double m_value;

    /** An entry with the value. */
    public ConfigDoubleEntry(final String key, final double value) {
        super(key, ConfigEntries.xdouble);
        m_value = value;
    }

    /** @throws IllegalArgumentException if the text is no double */
    public ConfigDoubleEntry(final String key, final String text) {
        this(key, Double.parseDouble(text));
    }

    /** The value. */
    public double getDouble() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Double.toString(m_value);
    }
}
