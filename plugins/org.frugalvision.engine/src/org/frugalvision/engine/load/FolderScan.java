// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * The image files below a folder, in natural order of their paths, whatever order the file system has. Links are
 * followed; a link that leads back to a folder above itself, a folder that cannot be opened and a file without content
 * are rejected with their reason. Files and folders whose names begin with a dot are hidden and left alone, as are
 * those that systems make for themselves (thumbnails, waste baskets). Cost: O(files log files).
 *
 * @param files the files found, in order
 * @param rejected what could not be used, in natural order
 * @param leftOut what was left alone
 */
public record FolderScan(List<FoundFile> files, List<Rejection> rejected, LeftOut leftOut) {

    /** Copies the lists. */
    public FolderScan {
        files = List.copyOf(files);
        rejected = List.copyOf(rejected);
    }

    /**
     * Searches a folder.
     *
     * @param folder the folder
     * @param settings which files, which labels
     * @param run is asked for cancellation at every file
     * @return what was found
     * @throws CanceledException if the work was canceled
     * @throws DataException if the folder does not exist, is a file or cannot be opened
     */
    public static FolderScan of(final Path folder, final ScanSettings settings, final RunControl run)
        throws CanceledException {
        if (!Files.exists(folder)) {
            throw new DataException(Wording.folder(folder), "there is no such folder.", "Correct the path.");
        }
        if (!Files.isDirectory(folder)) {
            throw new DataException(Wording.folder(folder), "this is a file, not a folder.",
                "Choose the folder that holds it.");
        }
        final var visitor = new Visitor(folder, settings, run);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (final IOException e) {
            throw new DataException(Wording.folder(folder),
                "the folder cannot be read: %s.".formatted(FileProblem.of(e)), e,
                "Check your permission to read it.");
        }
        if (visitor.m_canceled != null) {
            throw visitor.m_canceled;
        }
        return visitor.result();
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path m_folder;

        private final ScanSettings m_settings;

        private final WantedFiles m_wanted;

        private final RunControl m_run;

        private final List<FoundFile> m_files = new ArrayList<>();

        private final List<Rejection> m_rejected = new ArrayList<>();

        /** A visitor can throw no other checked exception than IOException. */
        private CanceledException m_canceled;

        Visitor(final Path folder, final ScanSettings settings, final RunControl run) {
            m_folder = folder;
            m_settings = settings;
            m_wanted = new WantedFiles(settings);
            m_run = run;
        }

        @Override
        public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
            return folder.equals(m_folder) || m_wanted.visible(id(folder)) ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
            try {
                m_run.checkCanceled();
            } catch (final CanceledException e) {
                m_canceled = e;
                return FileVisitResult.TERMINATE;
            }
            final var id = id(file);
            if (!m_wanted.takeVisible(id)) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                m_rejected.add(new Rejection(id, "it is no ordinary file", 0));
            } else if (attributes.size() == 0) {
                m_rejected.add(new Rejection(id, "the file is empty", 0));
            } else {
                m_files.add(new FoundFile(id, file, m_settings.labelling().of(id), m_settings.grouping().of(id),
                    attributes.size()));
                m_run.progress(0, Wording.count(m_files.size(), "file", "files") + " found");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(final Path file, final IOException problem) throws IOException {
            if (file.equals(m_folder)) {
                throw problem;
            }
            // what is left out need not be readable either: a waste basket never is
            if (m_wanted.visible(id(file))) {
                m_rejected.add(new Rejection(id(file), problem instanceof FileSystemLoopException
                    ? FileProblem.of(problem) : "it cannot be opened (%s)".formatted(FileProblem.of(problem)), 0));
            }
            return FileVisitResult.CONTINUE;
        }

        FolderScan result() {
            m_files.sort(Comparator.comparing(FoundFile::id, NaturalOrder.INSTANCE));
            m_rejected.sort(Comparator.comparing(Rejection::id, NaturalOrder.INSTANCE));
            final var kept = ClassLimit.apply(m_files, m_settings);
            return new FolderScan(kept, m_rejected, m_wanted.leftOut(m_files.size() - kept.size()));
        }

        private String id(final Path file) {
            return m_folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }
    }
}
