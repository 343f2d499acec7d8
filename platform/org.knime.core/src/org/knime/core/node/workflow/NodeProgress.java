// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** How far a node is and what it does. Immutable. */
public final class NodeProgress {

    private final Double m_progress;

    private final String m_message;

    /** With the done part from 0 to 1 and a message, either of which may be null. */
    public NodeProgress(final Double progress, final String message) {
        m_progress = progress;
        m_message = message;
    }

    /** Whether the done part is known. */
    public boolean hasProgress() {
        return m_progress != null;
    }

    /** Returns the done part from 0 to 1, null if it is not known. */
    public Double getProgress() {
        return m_progress;
    }

    /** Whether there is a message. */
    public boolean hasMessage() {
        return m_message != null;
    }

    /** Returns the message, null if there is none. */
    public String getMessage() {
        return m_message;
    }
}
