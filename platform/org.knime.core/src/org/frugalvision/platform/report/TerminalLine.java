// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The last line of a terminal, rewritten a few times per second. Whatever else is written to the terminal must go
 * through streams made by {@link #beside}, which remove the line before they write. Thread safe.
 */
public final class TerminalLine {

    private static final int MILLIS = 200;

    private final PrintStream m_terminal;

    private final int m_columns;

    private final Supplier<String> m_text;

    private String m_shown = "";

    /** With a terminal, its number of columns and what to show, which is cut to fit. */
    public TerminalLine(final PrintStream terminal, final int columns, final Supplier<String> text) {
        m_terminal = terminal;
        m_columns = columns;
        m_text = text;
    }

    /** Rewrites the line from now on until the process ends. */
    public void start() {
        Executors.newSingleThreadScheduledExecutor(work -> {
            final var thread = new Thread(work, "Terminal line");
            thread.setDaemon(true);
            return thread;
        }).scheduleWithFixedDelay(this::rewrite, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    void rewrite() {
        final var text = m_text.get().replaceAll("\\p{Cntrl}+", " ");
        show(text.length() < m_columns ? text : text.substring(0, m_columns - 1)); // a full line would wrap
    }

    private synchronized void show(final String text) {
        if (!text.equals(m_shown)) {
            m_terminal.print("\r" + text + " ".repeat(Math.max(0, m_shown.length() - text.length()))
                + (text.isEmpty() ? "\r" : ""));
            m_terminal.flush();
            m_shown = text;
        }
    }

    /** Returns a stream that writes to another, which may be shown on the same terminal. */
    public PrintStream beside(final OutputStream other) {
        return new PrintStream(new OutputStream() {

            @Override
            public void write(final int one) throws IOException {
                write(new byte[]{(byte)one}, 0, 1);
            }

            @Override
            public void write(final byte[] bytes, final int offset, final int length) throws IOException {
                synchronized (TerminalLine.this) {
                    show("");
                    other.write(bytes, offset, length);
                    other.flush();
                }
            }
        }, true);
    }
}
