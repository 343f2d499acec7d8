// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.List;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.workflow.NodeMessage;

/** What a node tells its user: a summary, what exactly is wrong and what can be done about it. Immutable. */
public final class Message {

    private final String m_summary;

    private final List<String> m_issues;

    private final List<String> m_resolutions;

    Message(final String summary, final List<String> issues, final List<String> resolutions) {
        m_summary = Objects.requireNonNull(summary, "summary");
        m_issues = List.copyOf(issues);
        m_resolutions = List.copyOf(resolutions);
    }

    /** Starts a message. */
    public static MessageBuilder builder() {
        return new MessageBuilder();
    }

    /** A message without details. */
    public static Message fromSummary(final String summary) {
        return new Message(summary, List.of(), List.of());
    }

    /** A message with advice. */
    public static Message fromSummaryWithResolution(final String summary, final String... resolutions) {
        return new Message(summary, List.of(), List.of(resolutions));
    }

    /** A message about one cell; port, row and column count from 0. */
    public static Message fromRowIssue(final String summary, final int port, final long row, final int column,
        final String text) {
        return builder().withSummary(summary).addRowIssue(port, column, row, text).build().orElseThrow();
    }

    /** The message that a node has kept. */
    public static Message fromNodeMessage(final NodeMessage message) {
        return new Message(message.getMessage(), message.getIssue().map(List::of).orElse(List.of()),
            message.getResolutions());
    }

    /** The summary of a message, null for none. */
    public static String getSummaryFrom(final Message message) {
        return message == null ? null : message.getSummary();
    }

    /** Returns the one sentence that says it all. */
    public String getSummary() {
        return m_summary;
    }

    /** Returns advice, most helpful first. */
    public List<String> getResolutions() {
        return m_resolutions;
    }

    /** Starts a message that has what this one has. */
    public MessageBuilder modify() {
        final var builder = builder().withSummary(m_summary);
        m_issues.forEach(builder::addTextIssue);
        return builder.addResolutions(m_resolutions.toArray(String[]::new));
    }

    /** Summary, details and advice, a line each. */
    public String toLogPrintable() {
        final var text = new StringBuilder(m_summary);
        m_issues.forEach(issue -> text.append("\n  ").append(issue));
        m_resolutions.forEach(resolution -> text.append("\n  -> ").append(resolution));
        return text.toString();
    }

    /** What the node keeps of this message. */
    public NodeMessage toNodeMessage(final NodeMessage.Type type) {
        return new NodeMessage(type, m_summary, m_issues.isEmpty() ? null : String.join("\n", m_issues),
            m_resolutions);
    }

    /** An exception that carries this message. */
    public KNIMEException toKNIMEException() {
        return KNIMEException.of(this);
    }

    /** An exception that carries this message and a cause for the log. */
    public KNIMEException toKNIMEException(final Throwable cause) {
        return KNIMEException.of(this, cause);
    }

    /** An exception that carries this message. */
    public InvalidSettingsException toInvalidSettingsException() {
        return toInvalidSettingsException(null);
    }

    /** An exception that carries this message and a cause for the log. */
    public InvalidSettingsException toInvalidSettingsException(final Throwable cause) {
        return new MessageAwareInvalidSettingsException(this, cause);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Message that && m_summary.equals(that.m_summary) && m_issues.equals(that.m_issues)
            && m_resolutions.equals(that.m_resolutions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_summary, m_issues, m_resolutions);
    }

    @Override
    public String toString() {
        return toLogPrintable();
    }
}
