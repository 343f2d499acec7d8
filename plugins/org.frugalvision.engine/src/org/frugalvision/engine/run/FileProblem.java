// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.io.EOFException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Map;

/** What went wrong with a file, in words: the platform's exceptions say it in class names, paths and system calls. */
public final class FileProblem {

    /** What the systems say, in lower case, and what we say. */
    private static final Map<String, String> WORDS = Map.of( //
        "no space left on device", "the disk is full", //
        "there is not enough space on the disk", "the disk is full", //
        "disk quota exceeded", "your share of the disk is full", //
        "read-only file system", "the disk is read-only", //
        "the media is write protected", "the disk is read-only", //
        "file name too long", "the name is too long", //
        "is a directory", "it is a folder", //
        "not a directory", "a part of the path is no folder", //
        "too many open files", "too many files are open on this machine", //
        "too many levels of symbolic links", "its links lead in a circle");

    private FileProblem() {
    }

    /**
     * @param problem what the platform threw while it read or wrote a file
     * @return a clause without full stop, e.g. {@code access to "/data/cat" is denied}
     */
    public static String of(final Exception problem) {
        if (problem instanceof AccessDeniedException denied) {
            return "access to \"%s\" is denied".formatted(denied.getFile());
        }
        if (problem instanceof NoSuchFileException missing) {
            return "there is no \"%s\"".formatted(missing.getFile());
        }
        if (problem instanceof NotDirectoryException file) {
            return "\"%s\" is no folder".formatted(file.getFile());
        }
        if (problem instanceof FileAlreadyExistsException file) {
            return "\"%s\" %s".formatted(file.getFile(), Files.isRegularFile(Path.of(file.getFile()))
                ? "is a file and no folder" : "exists already");
        }
        if (problem instanceof FileSystemLoopException) {
            return "the link leads back to a folder above it";
        }
        if (problem instanceof ReadOnlyFileSystemException) {
            return "the disk is read-only";
        }
        if (problem instanceof InvalidPathException path) {
            return "\"%s\" is no path on this machine".formatted(path.getInput());
        }
        if (problem instanceof EOFException) {
            return "the data end too early";
        }
        final var reason = problem instanceof FileSystemException file ? file.getReason() : problem.getMessage();
        return reason == null || reason.isBlank() ? "the system gives no reason" : words(reason);
    }

    private static String words(final String reason) {
        final var lower = reason.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream().filter(entry -> lower.contains(entry.getKey())).map(Map.Entry::getValue)
            .findAny().orElse(reason.strip().replaceAll("\\.+$", ""));
    }
}
