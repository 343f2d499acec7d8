// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.util;

import org.knime.core.node.InvalidSettingsException;

/** One-line checks of arguments, states and settings. Messages are format strings if arguments follow. */
public final class CheckUtils {

    private CheckUtils() {
    }

    /** Returns the value unless it is null. */
    public static <T> T checkArgumentNotNull(final T value) throws IllegalArgumentException {
        return checkArgumentNotNull(value, "Argument must not be null");
    }

    /** Returns the value unless it is null. */
    public static <T> T checkArgumentNotNull(final T value, final String message, final Object... arguments)
        throws IllegalArgumentException {
        checkArgument(value != null, message, arguments);
        return value;
    }

    /** Throws unless the predicate holds. */
    public static void checkArgument(final boolean predicate, final String message) throws IllegalArgumentException {
        checkArgument(predicate, message, new Object[0]);
    }

    /** Throws unless the predicate holds. */
    public static void checkArgument(final boolean predicate, final String message, final Object... arguments)
        throws IllegalArgumentException {
        if (!predicate) {
            throw new IllegalArgumentException(format(message, arguments));
        }
    }

    /** Throws unless the predicate holds. */
    public static void checkState(final boolean predicate, final String message) throws IllegalStateException {
        checkState(predicate, message, new Object[0]);
    }

    /** Throws unless the predicate holds. */
    public static void checkState(final boolean predicate, final String message, final Object... arguments)
        throws IllegalStateException {
        if (!predicate) {
            throw new IllegalStateException(format(message, arguments));
        }
    }

    /** Throws unless the predicate holds. */
    public static void checkSetting(final boolean predicate, final String message, final Object... arguments)
        throws InvalidSettingsException {
        if (!predicate) {
            throw new InvalidSettingsException(format(message, arguments));
        }
    }

    /** Returns the value unless it is null. */
    public static <T> T checkSettingNotNull(final T value, final String message, final Object... arguments)
        throws InvalidSettingsException {
        checkSetting(value != null, message, arguments);
        return value;
    }

    private static String format(final String message, final Object... arguments) {
        return arguments.length == 0 ? message : String.format(message, arguments);
    }
}
