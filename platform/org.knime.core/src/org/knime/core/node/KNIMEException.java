// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.Objects;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** A failure that a node explains to its user: the text is shown as it is. */
public final class KNIMEException extends Exception implements MessageAwareException {

    private static final long serialVersionUID = 1;

    private final transient Message m_message;

    /** With a text for the user. */
    public KNIMEException(final String message) {
        this(message, null);
    }

    /** With a text for the user and a cause for the log. */
    public KNIMEException(final String message, final Throwable cause) {
        this(Message.fromSummary(message), cause);
    }

    private KNIMEException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        m_message = message;
    }

    /** With a message for the user. */
    public static KNIMEException of(final Message message) {
        return of(message, null);
    }

    /** With a message for the user and a cause for the log. */
    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(Objects.requireNonNull(message, "message"), cause);
    }

    @Override
    public Message getKNIMEMessage() {
        return m_message;
    }

    /** Wraps this exception where none may be declared. */
    public KNIMERuntimeException toUnchecked() {
        return new KNIMERuntimeException(this);
    }

    /** The unchecked wrapper. */
    public static final class KNIMERuntimeException extends RuntimeException implements MessageAwareException {

        private static final long serialVersionUID = 1;

        KNIMERuntimeException(final KNIMEException cause) {
            super(cause.getMessage(), cause);
        }

        @Override
        public synchronized KNIMEException getCause() {
            return (KNIMEException)super.getCause();
        }

        @Override
        public Message getKNIMEMessage() {
            return getCause().getKNIMEMessage();
        }
    }
}
