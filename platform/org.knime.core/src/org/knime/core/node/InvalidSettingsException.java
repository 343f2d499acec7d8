// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** Settings are missing or wrong; the message is shown to the user. */
public class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1;

    /** With a message for the user. */
    public InvalidSettingsException(final String message) {
        super(message);
    }

    /** With the message of the cause. */
    public InvalidSettingsException(final Throwable cause) {
        super(cause == null ? null : cause.getMessage(), cause);
    }

    /** With a message for the user and a cause for the log. */
    public InvalidSettingsException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
