// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.report;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An output to print.
 *
 * @param node the number of the node
 * @param port the number of the output, of which 1 is the first data port
 */
record PrintedOutput(int node, int port) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?::(\\d{1,9}))?");

    /** Reads {@code NODE[:PORT]}; empty if it is something else. */
    static Optional<PrintedOutput> parse(final String text) {
        final var match = FORM.matcher(text);
        return match.matches()
            ? Optional.of(new PrintedOutput(Integer.parseInt(match.group(1)),
                match.group(2) == null ? 1 : Integer.parseInt(match.group(2))))
            : Optional.empty();
    }
}
