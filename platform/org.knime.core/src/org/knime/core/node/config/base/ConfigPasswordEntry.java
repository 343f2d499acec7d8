// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

/** One encrypted password, or null, as found in stored settings; kept as it is, never decrypted here; immutable. */
public final class ConfigPasswordEntry extends AbstractConfigEntry {

    private static final long serialVersionUID = 1;

    private final String m_encrypted;

    /** An entry with an encrypted value, which may be null. */
    public ConfigPasswordEntry(final String key, final String encrypted) {
        super(key, ConfigEntries.xpassword);
        m_encrypted = encrypted;
    }

    /** The encrypted value, or null. */
    public String getPassword() {
        return m_encrypted;
    }

    @Override
    public String toStringValue() {
        return m_encrypted;
    }
}
