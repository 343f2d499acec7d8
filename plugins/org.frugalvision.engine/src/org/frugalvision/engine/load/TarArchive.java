// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;

/**
 * The entries of a tar archive in its own order, then its hard links: their content stands elsewhere in the archive,
 * which is read a second time for it. Where the archive is damaged, what stands before is read and the rest is
 * rejected.
 */
final class TarArchive {

    static final String TOO_LARGE =
        "it has more bytes than the limit of %s".formatted(Wording.value(ImageLoader.MOST_BYTES));

    private static final int MOST_LINKS = 40;

    /** Opens the archive at its start. */
    @FunctionalInterface
    interface Opening {

        TarStart open() throws IOException;
    }

    /** The unpacked archive, and which part of the file has been read, from 0 to 1. */
    interface TarStart extends AutoCloseable {

        InputStream content();

        double read() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** A hard link that is wanted, and the path that it means. */
    private record Link(FoundFile file, String target) {
    }

    private final ArchiveEntries m_entries;

    private final Opening m_opening;

    /** The paths that hard links mean, wanted or not, by the paths of the links. */
    private final Map<String, String> m_targets = new HashMap<>();

    private final List<Link> m_links = new ArrayList<>();

    private TarArchive(final ArchiveEntries entries, final Opening opening) {
        m_entries = entries;
        m_opening = opening;
    }

    static void load(final ArchiveEntries entries, final Opening opening) throws IOException, CanceledException {
        final var archive = new TarArchive(entries, opening);
        archive.loadFiles();
        if (!archive.m_links.isEmpty()) {
            archive.loadLinks();
        }
    }

    private void loadFiles() throws IOException, CanceledException {
        // the file that is to blame for a damage: the one being read, or between two of them the archive
        String current = m_entries.archive().getFileName().toString();
        long count = 0;
        try (var start = m_opening.open(); var in = tar(start.content())) {
            for (var entry = next(in); entry != null && m_entries.wantsMore(); entry = next(in)) {
                m_entries.run().checkCanceled();
                if (!entry.isDirectory()) {
                    final var file = m_entries.found(name(entry.getName()), entry.getSize());
                    if (entry.isLink()) {
                        m_targets.put(path(entry.getName()), path(entry.getLinkName()));
                    }
                    if (file.isPresent()) {
                        current = file.get().id();
                        add(file.get(), entry, in);
                        current = m_entries.archive().getFileName().toString();
                    }
                    m_entries.run().progress(start.read(), "%s, %s rejected".formatted(
                        Wording.count(++count, "file", "files"), Wording.value(m_entries.rejected())));
                }
            }
        } catch (final IOException e) {
            if (count == 0) {
                throw e;
            }
            m_entries.damaged(current, "the archive is damaged from here on (%s)".formatted(FileProblem.of(e)));
        }
    }

    private void add(final FoundFile file, final TarArchiveEntry entry, final InputStream content)
        throws IOException, CanceledException {
        if (entry.isLink()) {
            m_links.add(new Link(file, path(entry.getLinkName())));
        } else if (entry.isSymbolicLink()) {
            m_entries.reject(file, "it is a symbolic link, which is not followed in an archive");
        } else if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            m_entries.reject(file, "it is no ordinary file");
        } else if (entry.getRealSize() > ImageLoader.MOST_BYTES) {
            m_entries.reject(file, TOO_LARGE);
        } else {
            m_entries.add(file, read(entry, content));
        }
    }

    private void loadLinks() throws CanceledException {
        final Map<String, List<Link>> waiting = new LinkedHashMap<>();
        m_links.forEach(link -> waiting.computeIfAbsent(target(link), path -> new ArrayList<>()).add(link));
        try (var start = m_opening.open(); var in = tar(start.content())) {
            for (var entry = next(in); entry != null && m_entries.wantsMore() && !waiting.isEmpty(); entry = next(in)) {
                m_entries.run().checkCanceled();
                final var path = path(entry.getName());
                if (waiting.containsKey(path) && isOrdinary(entry) && entry.getRealSize() <= ImageLoader.MOST_BYTES) {
                    final var content = read(entry, in);
                    for (final var link : waiting.remove(path)) {
                        m_entries.add(link.file().ofSize(content.length), content);
                    }
                }
            }
        } catch (final IOException e) {
            // told in the first reading; the links below stay without content
        }
        for (final var links : waiting.values()) {
            for (final var link : links) {
                m_entries.reject(link.file(), "it is a link to \"%s\", which is no readable file of the archive"
                    .formatted(link.target()));
            }
        }
    }

    /** Follows links to links, as many as systems do. */
    private String target(final Link link) {
        String path = link.target();
        for (int i = 0; i < MOST_LINKS && m_targets.containsKey(path); i++) {
            path = m_targets.get(path);
        }
        return path;
    }

    private static boolean isOrdinary(final TarArchiveEntry entry) {
        return !entry.isDirectory() && !entry.isLink() && !entry.isSymbolicLink() && !entry.isCharacterDevice()
            && !entry.isBlockDevice() && !entry.isFIFO();
    }

    private static byte[] read(final TarArchiveEntry entry, final InputStream in) throws IOException {
        final var content = in.readNBytes((int)ImageLoader.MOST_BYTES);
        if (content.length < entry.getRealSize()) {
            throw new IOException("the archive ends in the middle of it");
        }
        return content;
    }

    /** Takes one character per byte, so that {@link #name} can find out what the bytes mean. */
    private static TarArchiveInputStream tar(final InputStream in) {
        return new TarArchiveInputStream(in, TarConstants.DEFAULT_BLKSIZE, TarConstants.DEFAULT_RCDSIZE,
            StandardCharsets.ISO_8859_1.name(), true);
    }

    private static TarArchiveEntry next(final TarArchiveInputStream in) throws IOException {
        try {
            final var entry = in.getNextEntry();
            if (entry != null && !entry.isCheckSumOK()) {
                throw new IOException("a header of the archive is damaged");
            }
            return entry;
        } catch (final IllegalArgumentException e) {
            throw new IOException("a header of the archive is damaged", e);
        }
    }

    private static String path(final String name) {
        return EntryPath.of(name(name)).text();
    }

    /** Names are in UTF-8 or, of old systems, in Latin 1; those of pax headers are decoded already. */
    private static String name(final String name) {
        return name.chars().allMatch(character -> character < 1 << Byte.SIZE)
            ? EntryPath.decode(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1) : name;
    }
}
