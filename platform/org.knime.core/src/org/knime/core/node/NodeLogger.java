// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.function.Supplier;

/**
 * Writes messages. Warnings and the infos of the batch executor go to standard output, errors to standard error, both
 * without stack traces, and warnings and errors with stack traces to {@code .metadata/knime/knime.log} in the
 * workspace. As in KNIME, classes outside of {@code org.knime} and {@code com.knime} are heard from {@link LEVEL#ERROR}
 * on only.
 */
public final class NodeLogger {

    /** How important a message is. */
    public enum LEVEL {
        /** For those who search an error. */
        DEBUG,
        /** Nothing is wrong. */
        INFO,
        /** Something may be wrong. */
        WARN,
        /** Something is wrong. */
        ERROR,
        /** Nothing works. */
        FATAL,
        /** Below all others. */
        ALL,
        /** Above all others. */
        OFF
    }

    private static final String BATCH_EXECUTOR = "org.knime.core.node.workflow.BatchExecutor";

    private final String m_name;

    private NodeLogger(final String name) {
        m_name = name;
    }

    /** Returns a logger named like a class. */
    public static NodeLogger getLogger(final Class<?> type) {
        return getLogger(type.getName());
    }

    /** Returns a logger of a name. */
    public static NodeLogger getLogger(final String name) {
        return new NodeLogger(name);
    }

    private LEVEL threshold() {
        return m_name.equals(BATCH_EXECUTOR) ? LEVEL.INFO
            : m_name.startsWith("org.knime.") || m_name.startsWith("com.knime.") ? LEVEL.WARN : LEVEL.ERROR;
    }

    /** Whether messages of a level are written. */
    public boolean isEnabledFor(final LEVEL level) {
        return level.compareTo(threshold()) >= 0;
    }

    /** Whether debug messages are written. */
    public boolean isDebugEnabled() {
        return isEnabledFor(LEVEL.DEBUG);
    }

    /** Whether infos are written. */
    public boolean isInfoEnabled() {
        return isEnabledFor(LEVEL.INFO);
    }

    private void log(final LEVEL level, final Object message, final Throwable cause) {
        if (isEnabledFor(level)) {
            final var name = m_name.substring(m_name.lastIndexOf('.') + 1);
            final var line = "%-5s\t %s %s\t %s".formatted(level, Thread.currentThread().getName(), name, message);
            (level.compareTo(LEVEL.ERROR) >= 0 ? System.err : System.out).println(line);
            if (level.compareTo(LEVEL.WARN) >= 0) {
                LogFile.append(line, cause);
            }
        }
    }

    /** For those who search an error. */
    public void debug(final Object message) {
        log(LEVEL.DEBUG, message, null);
    }

    /** For those who search an error. */
    public void debug(final Object message, final Throwable cause) {
        log(LEVEL.DEBUG, message, cause);
    }

    /** For those who search an error; the message is made only if it is written. */
    public void debug(final Supplier<Object> message) {
        if (isDebugEnabled()) {
            debug(message.get());
        }
    }

    /** For those who search an error. */
    public void debugWithFormat(final String format, final Object... arguments) {
        debug(() -> format.formatted(arguments));
    }

    /** Nothing is wrong. */
    public void info(final Object message) {
        log(LEVEL.INFO, message, null);
    }

    /** Nothing is wrong. */
    public void info(final Object message, final Throwable cause) {
        log(LEVEL.INFO, message, cause);
    }

    /** Nothing is wrong. */
    public void infoWithFormat(final String format, final Object... arguments) {
        info(format.formatted(arguments));
    }

    /** Something may be wrong. */
    public void warn(final Object message) {
        log(LEVEL.WARN, message, null);
    }

    /** Something may be wrong. */
    public void warn(final Object message, final Throwable cause) {
        log(LEVEL.WARN, message, cause);
    }

    /** Something may be wrong. */
    public void warnWithFormat(final String format, final Object... arguments) {
        warn(format.formatted(arguments));
    }

    /** Something is wrong. */
    public void error(final Object message) {
        log(LEVEL.ERROR, message, message instanceof Throwable cause ? cause : null);
    }

    /** Something is wrong. */
    public void error(final Object message, final Throwable cause) {
        log(LEVEL.ERROR, message, cause);
    }

    /** Something is wrong. */
    public void errorWithFormat(final String format, final Object... arguments) {
        error(format.formatted(arguments));
    }

    /** Nothing works. */
    public void fatal(final Object message, final Throwable cause) {
        log(LEVEL.FATAL, message, cause);
    }

    /** A programmer has made a mistake. */
    public void coding(final Object message) {
        coding(message, null);
    }

    /** A programmer has made a mistake. */
    public void coding(final Object message, final Throwable cause) {
        log(LEVEL.ERROR, "CODING PROBLEM\t" + message, cause);
    }

    /** A programmer has made a mistake. */
    public void codingWithFormat(final String format, final Object... arguments) {
        coding(format.formatted(arguments));
    }
}
