// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;

/** Folders that a user names in a setting, in the same ways as {@link FilePaths files}. */
public final class FolderPaths {

    private FolderPaths() {
    }

    /**
     * The quick check for {@code configure}; the folder need not exist yet.
     *
     * @param title visible name of the setting
     * @param location what the user typed
     * @throws InvalidSettingsException if it is empty
     */
    public static void check(final String title, final String location) throws InvalidSettingsException {
        if (location == null || location.isBlank()) {
            throw Message.fromSummaryWithResolution("\"%s\" must name a folder, but is empty.".formatted(title),
                "Type an absolute path, or one relative to the workflow such as \"data/images\".")
                .toInvalidSettingsException();
        }
    }

    /**
     * @param title visible name of the setting
     * @param location what the user typed, not blank
     * @return the existing folder
     * @throws KNIMEException if it does not exist, is a file or cannot be local; names the resolved path
     */
    public static Path resolve(final String title, final String location) throws KNIMEException {
        final Path path = resolveOrFile(title, location);
        if (!Files.isDirectory(path)) {
            throw noFolder(title, path, "is a file");
        }
        return path;
    }

    /**
     * For settings that take a folder or an archive of one.
     *
     * @param title visible name of the setting
     * @param location what the user typed, not blank
     * @return the existing folder or file
     * @throws KNIMEException if it does not exist or cannot be local; names the resolved path
     */
    public static Path resolveOrFile(final String title, final String location) throws KNIMEException {
        final Path path = FilePaths.local(title, "folder", location).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw noFolder(title, path, "does not exist");
        }
        return path;
    }

    /**
     * @param title visible name of the setting
     * @param location what the user typed, not blank
     * @return a folder to write into, which need not exist yet
     * @throws KNIMEException if it is a file or cannot be a local folder; names the resolved path
     */
    public static Path target(final String title, final String location) throws KNIMEException {
        final Path path = FilePaths.local(title, "folder", location).toAbsolutePath().normalize();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw noFolder(title, path, "is a file");
        }
        return path;
    }

    private static KNIMEException noFolder(final String title, final Path path, final String problem) {
        return KNIMEException.of(Message.fromSummaryWithResolution(
            "\"%s\" must name a folder, but \"%s\" %s.".formatted(title, path, problem),
            "Check the path; relative paths start at the folder of the workflow."));
    }
}
