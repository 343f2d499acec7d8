// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;

/** The file {@code .metadata/knime/knime.log} in the workspace. Opened for every line, since warnings are rare. */
final class LogFile {

    private LogFile() {
    }

    static synchronized void append(final String line, final Throwable cause) {
        final var text = new StringWriter();
        final var writer = new PrintWriter(text);
        writer.println(LocalDateTime.now() + " : " + line);
        if (cause != null) {
            cause.printStackTrace(writer);
        }
        final var file = Path.of(KNIMEConstants.getKNIMEHomeDir(), ".metadata", "knime", "knime.log");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.toString(), StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println("The log " + file + " cannot be written (" + e.getMessage() + "): " + text);
        }
    }
}
