// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.io.IOException;

/** A network cannot be read: the file is damaged, cut off, of a later version, or no network at all. */
public final class NetworkFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String m_reason;

    /** @param reason what is wrong with the file, without capital letter and full stop */
    public NetworkFormatException(final String reason) {
        super("The network cannot be read: " + reason + ". Write it again from the node that trained it.");
        m_reason = reason;
    }

    /**
     * @param reason what is wrong with the file, without capital letter and full stop
     * @param cause what was thrown when that was found
     */
    public NetworkFormatException(final String reason, final Throwable cause) {
        this(reason);
        initCause(cause);
    }

    /** @return the reason alone, without capital letter and full stop, to be told after the name of the file */
    public String reason() {
        return m_reason;
    }
}
