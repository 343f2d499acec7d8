// SPDX-License-Identifier: Apache-2.0
package org.knime.core.util;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.frugalvision.platform.url.KnimeUrls;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.util.pathresolve.ResolverUtil;

/** Copies, packs, deletes and finds files. Temporary files lie in the directory of the running workflow. */
public final class FileUtil {

    /** What may not stand in a file name on every system. */
    public static final Pattern ILLEGAL_FILENAME_CHARS_PATTERN = Pattern.compile("[<>?\"|\\\\/:*\\p{Cntrl}]");

    private FileUtil() {
    }

    /** Copies a stream; closes neither. */
    public static void copy(final InputStream source, final OutputStream target) throws IOException {
        source.transferTo(target);
    }

    /** Copies a file over another. */
    public static void copy(final File source, final File target) throws IOException {
        Files.copy(source.toPath(), target.toPath(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Copies a directory into another, which is made if needed; files of the same name are replaced. */
    public static void copyDir(final File source, final File target) throws IOException {
        final var from = source.toPath();
        final var to = target.toPath();
        try (var paths = Files.walk(from)) {
            for (final var path : paths.toList()) {
                final var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Deletes a file or a directory with all that is in it; false if something is left. */
    public static boolean deleteRecursively(final File file) {
        if (!Files.exists(file.toPath(), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            Files.walkFileTree(file.toPath(), new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult visitFile(final Path path, final BasicFileAttributes attributes)
                    throws IOException {
                    Files.delete(path);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(final Path path, final IOException failure)
                    throws IOException {
                    Files.delete(path);
                    return FileVisitResult.CONTINUE;
                }
            });
            return true;
        } catch (IOException e) { // the caller learns it from the result
            return false;
        }
    }

    /** Packs a directory, which becomes the top folder of the zip; level 0 stores, 9 compresses most. */
    public static boolean zipDir(final File zip, final File directory, final int level) throws IOException {
        final var top = directory.toPath();
        try (var out = new ZipOutputStream(Files.newOutputStream(zip.toPath())); var paths = Files.walk(top)) {
            out.setLevel(level);
            for (final var path : paths.sorted().toList()) {
                final var name = top.getParent().relativize(path).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new ZipEntry(Files.isDirectory(path) ? name + "/" : name));
                if (Files.isRegularFile(path)) {
                    Files.copy(path, out);
                }
                out.closeEntry();
            }
        }
        return true;
    }

    /** Unpacks a zip; an entry that would land outside of the directory is refused. */
    public static void unzip(final File zip, final File directory) throws IOException {
        final var top = directory.toPath().toAbsolutePath().normalize();
        try (var in = new ZipFile(zip)) {
            for (final var entry : Collections.list(in.entries())) {
                final var target = top.resolve(entry.getName()).normalize();
                if (!target.startsWith(top)) {
                    throw new IOException("The zip entry \"" + entry.getName() + "\" of " + zip + " leads out of it.");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (var content = in.getInputStream(entry)) {
                        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /**
     * Returns the directory for temporary files of the running workflow, outside of a workflow that of the platform.
     */
    public static File getWorkflowTempDir() {
        return NodeContext.getContextOptional().map(NodeContext::getWorkflowManager)
            .map(workflow -> workflow.getContextV2().getExecutorInfo().getTempFolder().toFile())
            .orElseGet(() -> new File(KNIMEConstants.getKNIMETempDir()));
    }

    /** Makes a temporary directory. */
    public static File createTempDir(final String prefix) throws IOException {
        return createTempDir(prefix, getWorkflowTempDir());
    }

    /** Makes a temporary directory in another. */
    public static File createTempDir(final String prefix, final File parent) throws IOException {
        return Files.createTempDirectory(parent.toPath(), prefix).toFile();
    }

    /** Makes a temporary file. */
    public static File createTempFile(final String prefix, final String suffix) throws IOException {
        return createTempFile(prefix, suffix, true);
    }

    /** Makes a temporary file, which goes away with the JVM if wanted. */
    public static File createTempFile(final String prefix, final String suffix, final boolean deleteOnExit)
        throws IOException {
        return createTempFile(prefix, suffix, getWorkflowTempDir(), deleteOnExit);
    }

    /** Makes a temporary file in a directory, which goes away with the JVM if wanted. */
    public static File createTempFile(final String prefix, final String suffix, final File directory,
        final boolean deleteOnExit) throws IOException {
        final var file = File.createTempFile(prefix, suffix, directory);
        if (deleteOnExit) {
            file.deleteOnExit();
        }
        return file;
    }

    /** Reads a URL, or else a path, which if relative is taken from the working directory of the process. */
    public static URL toURL(final String urlOrPath) throws MalformedURLException {
        if (urlOrPath.startsWith(KnimeUrls.PROTOCOL + ":")) {
            return KnimeUrls.parse(urlOrPath);
        }
        try {
            return new URL(urlOrPath);
        } catch (MalformedURLException e) { // not a URL, so a path
            return Path.of(urlOrPath).toAbsolutePath().toUri().toURL();
        }
    }

    /** Returns the local file that a URL names, null if it names no local file. */
    public static Path resolveToPath(final URL url) throws IOException, URISyntaxException {
        if ("file".equalsIgnoreCase(url.getProtocol())) {
            return getFileFromURL(url).toPath();
        }
        if (!KnimeUrls.PROTOCOL.equalsIgnoreCase(url.getProtocol()) || "LOCAL".equals(url.getHost())) {
            return null;
        }
        final var uri = new URI(url.getProtocol(), url.getHost(), decoded(url), null);
        final var file = ResolverUtil.resolveURItoLocalFile(uri);
        return file == null ? null : file.toPath();
    }

    /** Returns the file that a file URL names; blanks need not be escaped. */
    public static File getFileFromURL(final URL url) {
        if (!"file".equalsIgnoreCase(url.getProtocol())) {
            throw new IllegalArgumentException("Not a file URL: " + url);
        }
        return new File(decoded(url));
    }

    private static String decoded(final URL url) {
        return URLDecoder.decode(url.getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Opens what a URL names. */
    public static InputStream openStreamWithTimeout(final URL url) throws IOException {
        final var connection = url.openConnection();
        connection.setConnectTimeout(10_000);
        connection.setReadTimeout(10_000);
        return connection.getInputStream();
    }
}
