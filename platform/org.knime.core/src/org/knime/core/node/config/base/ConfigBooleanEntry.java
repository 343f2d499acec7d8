// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One boolean below a key, stored as type xboolean; immutable. */
public final class ConfigBooleanEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final boolean m_value;

    /** An entry with the value. */
    public ConfigBooleanEntry(final String key, final boolean value) {
        super(key, ConfigEntries.xboolean);
        m_value = value;
    }

    /** @throws IllegalArgumentException if the text is no boolean */
    public ConfigBooleanEntry(final String key, final String text) {
        this(key, parse(text));
    }

    /** The value. */
    public boolean getBoolean() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Boolean.toString(m_value);
    }

    private static boolean parse(final String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("For input string: \"" + text + "\"");
    }
}
