// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** The bytes are no intact PNG image; the message is the reason, in a few words without full stop. */
final class PngFormatException extends Exception {

    private static final long serialVersionUID = 1;

    PngFormatException(final String reason) {
        super(reason);
    }

    PngFormatException(final String reason, final Throwable cause) {
        super(reason, cause);
    }
}
