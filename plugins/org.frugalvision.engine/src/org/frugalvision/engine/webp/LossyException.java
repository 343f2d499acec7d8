// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.webp;

/** The bytes are no intact frame; the message is the reason, a clause without full stop. */
public final class LossyException extends Exception {

    private static final long serialVersionUID = 1;

    LossyException(final String reason) {
        super(reason);
    }
}
