// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

/** A file is no TIFF image that is read; the message is the reason, a clause without full stop. */
public final class TiffException extends Exception {

    private static final long serialVersionUID = 1;

    TiffException(final String reason) {
        super(reason);
    }

    TiffException(final String reason, final Throwable cause) {
        super(reason, cause);
    }
}
