// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.message;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.Test;
import org.knime.core.node.workflow.NodeMessage;

public class MessageBuilderTest {

    @Test
    public void nothingSaidIsNoMessage() {
        assertTrue(Message.builder().build().isEmpty());
    }

    @Test
    public void theFirstIssueStandsInForTheSummary() {
        final var message = Message.builder().addTextIssue("first").addTextIssue("second").build().orElseThrow();

        assertEquals("first", message.getSummary());
    }

    @Test
    public void portsRowsAndColumnsAreCountedFromOneForTheUser() {
        final var message = Message.fromRowIssue("Bad image.", 0, 4, 1, "truncated");

        assertEquals(Optional.of("Input 1, row 5, column 2: truncated"),
            message.toNodeMessage(NodeMessage.Type.ERROR).getIssue());
    }

    @Test
    public void keepsTheFirstIssuesAndCountsAll() {
        final var builder = Message.builder().withSummary("Many.");
        for (var i = 0; i < 1000; i++) {
            builder.addTextIssue("issue " + i);
        }

        assertEquals(1000, builder.getIssueCount());
        assertEquals(Optional.of("issue 0"), builder.getFirstIssue());
        assertEquals(21, builder.build().orElseThrow().toLogPrintable().lines().count());
    }

    @Test
    public void survivesBecomingTheMessageOfANode() {
        final var message = Message.builder().withSummary("Bad.").addTextIssue("Worse.").addResolutions("Try.", "Go.")
            .build().orElseThrow();

        final var back = Message.fromNodeMessage(message.toNodeMessage(NodeMessage.Type.WARNING));

        assertEquals(message, back);
        assertEquals(List.of("Try.", "Go."), back.getResolutions());
        assertEquals(message, message.modify().build().orElseThrow());
        assertEquals("Bad.\n  Worse.\n  -> Try.\n  -> Go.", message.toLogPrintable());
    }

    @Test
    public void exceptionsCarryTheWholeMessage() {
        final var message = Message.fromSummaryWithResolution("Bad.", "Try.");

        assertEquals("Bad.", message.toKNIMEException().getMessage());
        assertEquals(message, message.toKNIMEException().getKNIMEMessage());
        assertEquals(message, message.toKNIMEException().toUnchecked().getKNIMEMessage());
        assertEquals(message,
            ((MessageAwareInvalidSettingsException)message.toInvalidSettingsException()).getKNIMEMessage());
    }
}
