// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What probe nodes have seen, one line each, in a file named by a system property. */
public final class Journal {
    /** The property that names the file. */
    public static final String PROPERTY = "org.frugalvision.conformance.journal";

    private Journal() {
    }

    /**
     * @param line what has been seen
     */
    public static synchronized void write(final String line) {
        final var file = System.getProperty(PROPERTY);
        if (file != null) {
            try {
                Files.writeString(Path.of(file), line.replace("\n", "\\n") + "\n", CREATE, APPEND);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * @return all that has been seen
     * @throws IOException if the file cannot be read
     */
    public static synchronized List<String> read() throws IOException {
        final var file = Path.of(System.getProperty(PROPERTY));
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
