// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.parameters.widget.choices.Label;

/**
 * Writes a file that a user names, whole or not at all: the content goes to a temporary file in the same folder, which
 * then takes the place of the file in one step. Folders are created where they are missing.
 */
public final class OutputFile {

    /** What happens to a file that is there already. */
    public enum Existing {
            /** It stays, and the node fails. */
            @Label(value = "Fail", description = "The file stays as it is, and the node fails.")
            FAIL,
            /** It is replaced. */
            @Label(value = "Overwrite", description = "The file is replaced once the new one is written completely.")
            OVERWRITE;
    }

    /** What the file shall hold. */
    @FunctionalInterface
    public interface Content {

        /**
         * @param out buffered; closed by the caller
         * @throws IOException if writing fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private OutputFile() {
    }

    /**
     * @param file to write, as {@link FilePaths#target} gives it
     * @param existing what happens to a file that is there already
     * @param content what the file shall hold
     * @throws KNIMEException if the file is there already and shall stay, or cannot be written; nothing is left behind
     */
    public static void write(final Path file, final Existing existing, final Content content) throws KNIMEException {
        final Path target = file.toAbsolutePath().normalize();
        if (existing == Existing.FAIL && Files.exists(target)) {
            throw KNIMEException.of(Message.fromSummaryWithResolution(Wording.file(target) + " exists already.",
                "Choose \"Overwrite\".", "Name another file."));
        }
        try {
            if (Files.exists(target) && !Files.isWritable(target)) {
                throw new AccessDeniedException(target.toString());
            }
            Files.createDirectories(target.getParent());
            replace(target, content);
        } catch (final IOException e) {
            throw KNIMEException.of(Message.fromSummaryWithResolution(
                "%s cannot be written: %s.".formatted(Wording.file(target), FileProblem.of(e)),
                "Check the space and your rights in that folder, or name another file."), e);
        }
    }

    private static void replace(final Path target, final Content content) throws IOException {
        final Path part = target.resolveSibling("%s.%s.part".formatted(target.getFileName(), UUID.randomUUID()));
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
                content.writeTo(out);
            }
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (final AtomicMoveNotSupportedException e) {
                // some network drives cannot do better
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
