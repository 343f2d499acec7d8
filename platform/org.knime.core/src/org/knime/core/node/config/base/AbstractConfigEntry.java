// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Objects;

/** A key with a type and a value: one line of stored settings, or a {@link ConfigBase} that holds further entries. */
public abstract class AbstractConfigEntry implements Serializable {

    private static final long serialVersionUID = 1;

    private final ConfigEntries m_type;

    private String m_key;

    AbstractConfigEntry(final String key, final ConfigEntries type) {
        m_key = Objects.requireNonNull(key, "The key of a settings entry must not be null.");
        m_type = type;
    }

    /** The key, unique within the holding config. */
    public final String getKey() {
        return m_key;
    }

    /** The type, named as in stored settings. */
    public final ConfigEntries getType() {
        return m_type;
    }

    /** The value as stored, or null. */
    public abstract String toStringValue();

    /** Whether the other entry has the same key, type and (deep) value. */
    public final boolean isIdentical(final AbstractConfigEntry entry) {
        return entry != null && m_type == entry.m_type && m_key.equals(entry.m_key) && hasIdenticalValue(entry);
    }

    boolean hasIdenticalValue(final AbstractConfigEntry entry) {
        return Objects.equals(toStringValue(), entry.toStringValue());
    }

    /** For the XML reader, which learns the root's key after the root was made. */
    final void setKey(final String key) {
        m_key = key;
    }

    @Override
    public String toString() {
        return m_key + "->" + toStringValue();
    }
}
