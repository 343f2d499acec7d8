// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The message that a node shows: the last error or warning. Immutable. */
public final class NodeMessage {

    /** How bad it is. */
    public enum Type {
        /** Nothing to tell. */
        RESET,
        /** The user should know. */
        WARNING,
        /** The node failed. */
        ERROR
    }

    /** Nothing to tell. */
    public static final NodeMessage NONE = new NodeMessage(Type.RESET, "");

    private final Type m_type;

    private final String m_message;

    private final String m_issue;

    private final List<String> m_resolutions;

    /** Without details. */
    public NodeMessage(final Type type, final String message) {
        this(type, message, null, List.of());
    }

    /** With details, which may be null, and advice. */
    public NodeMessage(final Type type, final String message, final String issue, final List<String> resolutions) {
        m_type = Objects.requireNonNull(type, "type");
        m_message = Objects.requireNonNullElse(message, "");
        m_issue = issue;
        m_resolutions = List.copyOf(resolutions);
    }

    /** A warning without details. */
    public static NodeMessage newWarning(final String message) {
        return new NodeMessage(Type.WARNING, message);
    }

    /** An error without details. */
    public static NodeMessage newError(final String message) {
        return new NodeMessage(Type.ERROR, message);
    }

    /** Returns how bad it is. */
    public Type getMessageType() {
        return m_type;
    }

    /** Returns the text, never null. */
    public String getMessage() {
        return m_message;
    }

    /** Returns what exactly is wrong. */
    public Optional<String> getIssue() {
        return Optional.ofNullable(m_issue);
    }

    /** Returns advice. */
    public List<String> getResolutions() {
        return m_resolutions;
    }

    /** Text, details and advice. */
    public String toStringWithDetails() {
        final var text = new StringBuilder(m_message);
        getIssue().ifPresent(issue -> text.append('\n').append(issue));
        m_resolutions.forEach(resolution -> text.append("\n-> ").append(resolution));
        return text.toString();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof NodeMessage that && m_type == that.m_type && m_message.equals(that.m_message)
            && Objects.equals(m_issue, that.m_issue) && m_resolutions.equals(that.m_resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_type, m_message, m_issue, m_resolutions);
    }

    @Override
    public String toString() {
        return m_type + ": " + m_message;
    }
}
