// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;

/** The entries of a zip archive in natural order. An entry that cannot be unpacked does no harm to the others. */
final class ZipArchive {

    /** An entry and its name, which older archives write in whatever encoding their system had. */
    private record Named(String name, ZipArchiveEntry entry) {

        static Named of(final ZipArchiveEntry entry) {
            return new Named(entry.getNameSource() == NameSource.NAME
                ? EntryPath.decode(entry.getRawName(), EntryPath.OF_DOS) : entry.getName(), entry);
        }

        boolean isFolder() {
            return name.endsWith("/") || name.endsWith("\\");
        }
    }

    private final ArchiveEntries m_entries;

    private ZipArchive(final ArchiveEntries entries) {
        m_entries = entries;
    }

    static void load(final ArchiveEntries entries) throws IOException, CanceledException {
        try (var zip = ZipFile.builder().setPath(entries.archive()).setIgnoreLocalFileHeader(true).get()) {
            new ZipArchive(entries).load(zip);
        }
    }

    private void load(final ZipFile zip) throws CanceledException {
        final List<Named> all = Collections.list(zip.getEntries()).stream().map(Named::of)
            .filter(named -> !named.isFolder()).sorted(Comparator.comparing(Named::name, NaturalOrder.INSTANCE))
            .toList();
        for (int i = 0; i < all.size() && m_entries.wantsMore(); i++) {
            m_entries.run().checkCanceled();
            final var entry = all.get(i).entry();
            final var file = m_entries.found(all.get(i).name(), Math.max(0, entry.getSize()));
            if (file.isPresent()) {
                add(file.get(), zip, entry);
            }
            m_entries.run().progress((i + 1.0) / all.size(), "%s of %s, %s rejected".formatted(Wording.value(i + 1),
                Wording.count(all.size(), "file", "files"), Wording.value(m_entries.rejected())));
        }
    }

    private void add(final FoundFile file, final ZipFile zip, final ZipArchiveEntry entry) throws CanceledException {
        final var problem = problem(zip, entry);
        if (problem.isPresent()) {
            m_entries.reject(file, problem.get());
            return;
        }
        try (var content = zip.getInputStream(entry)) {
            final var bytes = content.readNBytes((int)ImageLoader.MOST_BYTES + 1);
            if (bytes.length > ImageLoader.MOST_BYTES) {
                m_entries.reject(file, TarArchive.TOO_LARGE);
            } else if (isDamaged(bytes, entry.getCrc())) {
                m_entries.reject(file, "it cannot be unpacked (its checksum is wrong)");
            } else {
                m_entries.add(file, bytes);
            }
        } catch (final IOException | IllegalArgumentException e) {
            // the second kind where the head of the entry is damaged
            m_entries.reject(file, "it cannot be unpacked (%s)".formatted(FileProblem.of(e)));
        }
    }

    private static Optional<String> problem(final ZipFile zip, final ZipArchiveEntry entry) {
        if (entry.isUnixSymlink()) {
            return Optional.of("it is a symbolic link, which is not followed in an archive");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Optional.of("it is encrypted");
        }
        if (!zip.canReadEntryData(entry)) {
            final var method = ZipMethod.getMethodByCode(entry.getMethod());
            return Optional.of("it is packed with method %d%s, which is not read".formatted(entry.getMethod(),
                method == null || method == ZipMethod.UNKNOWN ? "" : " (%s)".formatted(method)));
        }
        return Optional.empty();
    }

    /** Nobody else compares the checksum; -1 if there is none. */
    private static boolean isDamaged(final byte[] content, final long checksum) {
        final var sum = new CRC32();
        sum.update(content);
        return checksum >= 0 && sum.getValue() != checksum;
    }
}
