// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what a message says. The first issue stands in for a missing summary. */
public final class MessageBuilder {

    /** More are counted, but not kept. */
    private static final int KEPT_ISSUES = 20;

    private final List<String> m_issues = new ArrayList<>();

    private final List<String> m_resolutions = new ArrayList<>();

    private String m_summary;

    private long m_issueCount;

    MessageBuilder() {
    }

    /** Sets the one sentence that says it all. */
    public MessageBuilder withSummary(final String summary) {
        m_summary = summary;
        return this;
    }

    /** Adds what exactly is wrong. */
    public MessageBuilder addTextIssue(final String text) {
        m_issueCount++;
        if (m_issues.size() < KEPT_ISSUES) {
            m_issues.add(text);
        }
        return this;
    }

    /** Adds what is wrong in a cell; port, column and row count from 0. */
    public MessageBuilder addRowIssue(final int port, final int column, final long row, final String text) {
        return addTextIssue("Input %d, row %d, column %d: %s".formatted(port + 1, row + 1, column + 1, text));
    }

    /** Adds what is wrong in a cell of the first input; column and row count from 0. */
    public MessageBuilder addRowIssue(final int column, final long row, final String text) {
        return addRowIssue(0, column, row, text);
    }

    /** Adds advice. */
    public MessageBuilder addResolutions(final String... resolutions) {
        m_resolutions.addAll(List.of(resolutions));
        return this;
    }

    /** Returns the summary set so far. */
    public Optional<String> getSummary() {
        return Optional.ofNullable(m_summary);
    }

    /** Returns the first issue added so far. */
    public Optional<String> getFirstIssue() {
        return m_issues.stream().findFirst();
    }

    /** Returns the number of issues added so far. */
    public long getIssueCount() {
        return m_issueCount;
    }

    /** Returns the message, empty if there is neither a summary nor an issue. */
    public Optional<Message> build() {
        return getSummary().or(this::getFirstIssue).map(summary -> new Message(summary, m_issues, m_resolutions));
    }
}
