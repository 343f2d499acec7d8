// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;

import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.ModernSourceNodeFactory;
import org.frugalvision.conformance.probes.TwoOutputsNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** What nodes say when they fail or warn, as it is saved with them. */
public class MessagesTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private List<String> message(final Class<?> factory, final String key, final String value) throws IOException {
        m_batch.run(new WorkflowText().node(1, factory, new ConfigTree().string(key, value)));
        return m_batch.savedMessage(1);
    }

    private void assertMessage(final String type, final String text, final List<String> message) {
        assertTrue(message.toString(), message.contains(type));
        assertTrue(message.toString(), message.contains(text));
    }

    @Test
    public void failureIsToldWithItsText() throws IOException {
        for (final var factory : List.of(ClassicSourceNodeFactory.class, ModernSourceNodeFactory.class)) {
            assertMessage("ERROR", "Execute failed: asked to fail", message(factory, "execute", "fail"));
        }
    }

    @Test
    public void failureWithoutTextIsToldWithItsClass() throws IOException {
        for (final var factory : List.of(ClassicSourceNodeFactory.class, ModernSourceNodeFactory.class)) {
            final var message = message(factory, "execute", "fail without text").toString();
            assertTrue(message, message.contains("Execute failed: (\"IllegalStateException\"): "));
        }
    }

    @Test
    public void failureWithAShortTextIsToldWithItsClass() throws IOException {
        assertMessage("ERROR", "Execute failed: (\"IllegalStateException\"): oops", failedWith("oops"));
        assertMessage("ERROR", "Execute failed: wrong", failedWith("wrong"));
    }

    private List<String> failedWith(final String text) throws IOException {
        m_batch.run(new WorkflowText().node(1, ClassicSourceNodeFactory.class,
            new ConfigTree().string("execute", "fail with").string("text", text)));
        return m_batch.savedMessage(1);
    }

    @Test
    public void errorIsToldLikeAnyFailure() throws IOException {
        for (final var factory : List.of(ClassicSourceNodeFactory.class, ModernSourceNodeFactory.class)) {
            assertMessage("ERROR", "Execute failed: asked to err", message(factory, "execute", "err"));
        }
    }

    @Test
    public void explainedFailureIsToldAsItIs() throws IOException {
        assertMessage("ERROR", "asked to explain", message(ModernSourceNodeFactory.class, "execute", "explain"));
    }

    @Test
    public void refusalInExecuteIsAFailure() throws IOException {
        final var message = message(ClassicSourceNodeFactory.class, "execute", "refuse").toString();
        assertTrue(message, message.contains("ERROR"));
        assertTrue(message, message.contains("asked to refuse"));
    }

    @Test
    public void nullResultIsToldWithItsPort() throws IOException {
        for (final var execute : List.of("give null", "give nothing")) {
            final var message = message(ModernSourceNodeFactory.class, "execute", execute).toString();
            assertTrue(message, message.contains("Execute failed: Invalid result"));
            assertTrue(message, message.matches(".*data at output [0-9] is null.*"));
        }
    }

    @Test
    public void ownCancellationIsAWarning() throws IOException {
        for (final var factory : List.of(ClassicSourceNodeFactory.class, ModernSourceNodeFactory.class)) {
            assertMessage("WARNING", "asked to stop", message(factory, "execute", "cancel"));
            assertEquals("CONFIGURED", m_batch.saved(1).text("state"));
        }
    }

    @Test
    public void refusalInConfigureIsAWarning() throws IOException {
        for (final var factory : List.of(ClassicSourceNodeFactory.class, ModernSourceNodeFactory.class)) {
            assertMessage("WARNING", "asked to refuse", message(factory, "configure", "refuse"));
            assertEquals("IDLE", m_batch.saved(1).text("state"));
        }
    }

    @Test
    public void exceptionInConfigureIsAnError() throws IOException {
        for (final var factory : List.of(ClassicSourceNodeFactory.class, ModernSourceNodeFactory.class)) {
            assertMessage("ERROR", "Configure failed (IllegalStateException): asked to break",
                message(factory, "configure", "break"));
        }
    }

    @Test
    public void tooManySpecsAreAnError() throws IOException {
        final var message = message(ModernSourceNodeFactory.class, "configure", "set too many").toString();
        assertTrue(message, message.contains("Configure failed (ArrayIndexOutOfBoundsException): "));
    }

    @Test
    public void warningIsSaved() throws IOException {
        for (final var factory : List.of(ClassicSourceNodeFactory.class, ModernSourceNodeFactory.class)) {
            assertMessage("WARNING", "asked to warn", message(factory, "execute", "warn"));
        }
    }

    @Test
    public void lastWarningCounts() throws IOException {
        assertMessage("WARNING", "asked to warn again",
            message(ClassicSourceNodeFactory.class, "execute", "warn twice"));
    }

    @Test
    public void warningOfConfigureIsGoneAfterExecution() throws IOException {
        for (final var factory : List.of(ClassicSourceNodeFactory.class, ModernSourceNodeFactory.class)) {
            final var message = message(factory, "configure", "warn");
            assertFalse(message.toString(), message.contains("asked to warn"));
        }
    }

    @Test
    public void emptyTableIsAWarningUnlessTheNodeWarns() throws IOException {
        assertMessage("WARNING", "Node created an empty data table.",
            message(ClassicSourceNodeFactory.class, "execute", "give nothing"));
        assertMessage("WARNING", "nothing was asked for",
            message(ClassicSourceNodeFactory.class, "execute", "give nothing and say so"));
    }

    @Test
    public void emptyTableBesideAFilledOneIsNoWarning() throws IOException {
        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, TwoOutputsNodeFactory.class,
            new ConfigTree().integer("first", 0).integer("second", 1))));
        assertFalse(m_batch.savedMessage(1).toString(), m_batch.savedMessage(1).contains("WARNING"));

        assertEquals(SUCCESS, m_batch.run(new WorkflowText().node(1, TwoOutputsNodeFactory.class,
            new ConfigTree().integer("first", 0).integer("second", 0))));
        final var message = m_batch.savedMessage(1).toString();
        assertTrue(message, message.contains("WARNING") && message.contains("Node created empty data table"));
    }

    @Test
    public void tableOfAnotherSpecIsAWarning() throws IOException {
        for (final var factory : List.of(ClassicSourceNodeFactory.class, ModernSourceNodeFactory.class)) {
            final var message = message(factory, "execute", "give something else");
            assertTrue(message.toString(), message.contains("WARNING"));
        }
    }
}
