// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.Test;

public class TerminalLineTest {

    private final ByteArrayOutputStream m_terminal = new ByteArrayOutputStream();

    private String m_text = "";

    private final TerminalLine m_line = new TerminalLine(new PrintStream(m_terminal, true), 10, () -> m_text);

    /** What has come to the terminal since the last call. */
    private String written() {
        final var written = m_terminal.toString(StandardCharsets.US_ASCII);
        m_terminal.reset();
        return written;
    }

    private String rewritten(final String text) {
        m_text = text;
        m_line.rewrite();
        return written();
    }

    @Test
    public void nothingIsWrittenForNothing() {
        assertEquals("", rewritten(""));
    }

    @Test
    public void lineIsRewrittenWhenItChanges() {
        assertEquals("\rtrain 1 %", rewritten("train 1 %"));
        assertEquals("", rewritten("train 1 %"));
        assertEquals("\rtest     ", rewritten("test"));
        assertEquals("\r    \r", rewritten(""));
    }

    @Test
    public void lineFitsTheTerminal() {
        assertEquals("\r123456789", rewritten("1234567890"));
        assertEquals("\ra b      ", rewritten("a\r\nb"));
    }

    @Test
    public void otherTextTakesThePlaceOfTheLine() {
        rewritten("train");

        m_line.beside(m_terminal).println("told");

        assertEquals("\r     \rtold" + System.lineSeparator(), written());
        assertEquals("\rtrain", rewritten("train"));
    }
}
