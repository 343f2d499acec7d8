// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util.exception;

import java.io.IOException;

/** Something that a URL names cannot be reached. */
public class ResourceAccessException extends IOException {

    private static final long serialVersionUID = 1;

    /** With a text. */
    public ResourceAccessException(final String message) {
        super(message);
    }

    /** With a text and a cause. */
    public ResourceAccessException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
