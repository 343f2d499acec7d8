// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.frugalvision.engine.run.FileProblem;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.util.FileUtil;

/**
 * Files that a user names in a setting: an absolute path (also below the home folder, "~/..."), a path relative to the
 * folder of the workflow, or a
 * {@code knime:} or {@code file:} URL. KNIME itself would take a relative path from wherever the program was started,
 * which is never what a shared workflow means.
 */
public final class FilePaths {

    private FilePaths() {
    }

    /**
     * The quick check for {@code configure}; the file need not exist yet.
     *
     * @param title visible name of the setting
     * @param location what the user typed
     * @throws InvalidSettingsException if it is empty
     */
    public static void check(final String title, final String location) throws InvalidSettingsException {
        if (location == null || location.isBlank()) {
            throw Message.fromSummaryWithResolution("\"%s\" must name a file, but is empty.".formatted(title),
                "Type an absolute path, or one relative to the workflow such as \"data/images.idx.gz\".")
                .toInvalidSettingsException();
        }
    }

    /**
     * @param title visible name of the setting
     * @param location what the user typed, not blank
     * @return the existing file
     * @throws KNIMEException if it does not exist or cannot be a local file; names the resolved path
     */
    public static Path resolve(final String title, final String location) throws KNIMEException {
        final Path path = local(title, "file", location);
        if (!Files.isRegularFile(path)) {
            throw noFile(title, path, Files.isDirectory(path) ? "is a folder" : "does not exist");
        }
        return path;
    }

    /**
     * @param title visible name of the setting
     * @param location what the user typed, not blank
     * @return a file to write, which need not exist yet; nor need its folder
     * @throws KNIMEException if it is a folder or cannot be a local file; names the resolved path
     */
    public static Path target(final String title, final String location) throws KNIMEException {
        final Path path = local(title, "file", location);
        if (Files.isDirectory(path)) {
            throw noFile(title, path, "is a folder");
        }
        return path;
    }

    /** A path on this machine, whether or not there is something. */
    static Path local(final String title, final String kind, final String location) throws KNIMEException {
        final Path path;
        try {
            path = FileUtil.resolveToPath(FileUtil.toURL(url(location.strip())));
        } catch (final IOException | URISyntaxException | InvalidPathException e) {
            throw KNIMEException.of(Message.fromSummaryWithResolution(
                "\"%s\" must name a %s, but \"%s\" cannot be resolved: %s.".formatted(title, kind, location,
                    FileProblem.of(e)),
                "Use an absolute path, or one relative to the workflow such as \"data/images.idx.gz\"."), e);
        }
        if (path == null) {
            throw KNIMEException.of(Message.fromSummaryWithResolution(
                "\"%s\" must name a %s on this machine, but is \"%s\".".formatted(title, kind, location),
                "Copy the file to this machine first."));
        }
        return path;
    }

    private static KNIMEException noFile(final String title, final Path path, final String problem) {
        return KNIMEException.of(Message.fromSummaryWithResolution(
            "\"%s\" must name a file, but \"%s\" %s.".formatted(title, path.toAbsolutePath().normalize(), problem),
            "Check the path; relative paths start at the folder of the workflow."));
    }

    private static String url(final String typed) {
        // a shell would know what ~ means
        final String location = typed.equals("~") || typed.startsWith("~/") || typed.startsWith("~\\")
            ? System.getProperty("user.home") + typed.substring(1) : typed;
        final boolean scheme = location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
        return scheme || Path.of(location).isAbsolute() ? location : "knime://knime.workflow/" + location;
    }
}
