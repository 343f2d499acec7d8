// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One char below a key, stored as type xchar; immutable. */
public final class ConfigCharEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final char m_value;

    /** An entry with the value. */
    public ConfigCharEntry(final String key, final char value) {
        super(key, ConfigEntries.xchar);
        m_value = value;
    }

    /** @throws IllegalArgumentException if the text is not one character */
    public ConfigCharEntry(final String key, final String text) {
        this(key, only(text));
    }

    /** The value. */
    public char getChar() {
        return m_value;
    }

    @Override
    public String toStringValue() {
        return Character.toString(m_value);
    }

    private static char only(final String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("For input string: \"" + text + "\"");
        }
        return text.charAt(0);
    }
}
