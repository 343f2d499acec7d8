// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** Says that a dialog cannot be opened with the present inputs. */
public class NotConfigurableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is missing */
    public NotConfigurableException(final String message) {
        super(message);
    }

    /**
     * @param message what is missing
     * @param cause the cause
     */
    public NotConfigurableException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
