// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

/** A workflow is open elsewhere. */
public class LockFailedException extends Exception {

    private static final long serialVersionUID = 1;

    /** With a text. */
    public LockFailedException(final String message) {
        super(message);
    }

    /** With a text and a cause. */
    public LockFailedException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
