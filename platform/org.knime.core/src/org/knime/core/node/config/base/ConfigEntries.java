// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.util.function.BiFunction;

/** The types of settings entries, named as they are stored. */
public enum ConfigEntries {

    /** Holds further entries. */
    config(null),
    /** String. */
    xstring(ConfigStringEntry::new),
    /** int. */
    xint(ConfigIntEntry::new),
    /** double. */
    xdouble(ConfigDoubleEntry::new),
    /** float. */
    xfloat(ConfigFloatEntry::new),
    /** char. */
    xchar(ConfigCharEntry::new),
    /** byte. */
    xbyte(ConfigByteEntry::new),
    /** short. */
    xshort(ConfigShortEntry::new),
    /** long. */
    xlong(ConfigLongEntry::new),
    /** boolean. */
    xboolean(ConfigBooleanEntry::new),
    /** Encrypted string. */
    xpassword(ConfigPasswordEntry::new),
    /** String that is not stored. */
    xtransientstring(ConfigTransientStringEntry::new);

    private final BiFunction<String, String, AbstractConfigEntry> m_parser;

    ConfigEntries(final BiFunction<String, String, AbstractConfigEntry> parser) {
        m_parser = parser;
    }

    /** @throws IllegalArgumentException if the text is no value of this type, or null where null is not allowed */
    AbstractConfigEntry parse(final String key, final String text) {
        final boolean nullable = this == xstring || this == xpassword || this == xtransientstring;
        if (m_parser == null || text == null && !nullable) {
            throw new IllegalArgumentException("For input string: \"" + text + "\"");
        }
        return m_parser.apply(key, text);
    }
}
