// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.io.IOException;

/** A network cannot be read: the file is damaged, cut off, of a later version, or no network at all. */
public final class NetworkFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    NetworkFormatException(final String reason) {
        super("The network cannot be read: " + reason + ". Write it again from the node that trained it.");
    }

    NetworkFormatException(final String reason, final Throwable cause) {
        this(reason);
        initCause(cause);
    }
}
