// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

/** Two rows of a table have the same key, or two file stores of an execution the same name. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String m_key;

    /** With a message for the user, and the key. */
    public DuplicateKeyException(final String message, final String key) {
        super(message);
        m_key = key;
    }

    /** The key. */
    public String getKey() {
        return m_key;
    }
}
