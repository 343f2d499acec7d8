// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Reads the images in a zip, tar or tar.gz archive without unpacking it to disk. The paths in the archive take the
 * place of those below a folder. A zip archive is read in natural order, a tar archive in its own. Where a tar archive
 * is cut off, what stands before is read and the rest is rejected.
 */
public final class ArchiveLoader {

    private final Path m_archive;

    private final ScanSettings m_settings;

    private final WantedFiles m_wanted;

    private final OrderedDecoding<?> m_decoding;

    private final ImageSink<?> m_sink;

    private final RunControl m_run;

    private ArchiveLoader(final Path archive, final ScanSettings settings, final OrderedDecoding<?> decoding,
        final ImageSink<?> sink, final RunControl run) {
        m_archive = archive;
        m_settings = settings;
        m_wanted = new WantedFiles(settings);
        m_decoding = decoding;
        m_sink = sink;
        m_run = run;
    }

    /**
     * Reads and decodes the images of an archive, in several threads.
     *
     * @param <T> what the sink keeps of an image
     * @param archive a zip, tar or tar.gz file, told by its first bytes
     * @param scan which files, which labels; without a limit per class
     * @param decode what becomes of every image
     * @param threads how many threads decode, at least 1, or 0: as many as there are cores
     * @param sink takes images and rejections; the file of each is the archive
     * @param run receives progress; asked for cancellation at every file
     * @return number of files that were left out by hidden names and patterns
     * @throws CanceledException if the work was canceled
     * @throws DataException if the archive is missing or none of these
     */
    public static <T> long load(final Path archive, final ScanSettings scan, final DecodeSettings decode,
        final int threads, final ImageSink<T> sink, final RunControl run) throws CanceledException {
        if (scan.limitPerClass() != 0) {
            throw new SettingsException("Limit per class", "must be 0 for an archive", scan.limitPerClass(),
                "Unpack the archive and read the folder.");
        }
        try (var decoding = new OrderedDecoding<>(decode, threads, sink); var file = FileChannel.open(archive);
            var in = new BufferedInputStream(Channels.newInputStream(file), 1 << 16)) {
            final var loader = new ArchiveLoader(archive, scan, decoding, sink, run);
            in.mark(512);
            final var start = in.readNBytes(512);
            in.reset();
            if (start.length > 3 && start[0] == 'P' && start[1] == 'K') {
                loader.loadZip();
            } else if (start.length > 1 && start[0] == 0x1F && (start[1] & 0xFF) == 0x8B) {
                loader.loadTar(new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16), file);
            } else if (start.length == 512 && start[257] == 'u' && start[258] == 's') {
                loader.loadTar(in, file);
            } else {
                throw new DataException(Wording.file(archive), "this is no zip, tar or tar.gz archive.",
                    "Choose another file.");
            }
            decoding.finish(run);
            return loader.m_wanted.ignored();
        } catch (final IOException e) {
            throw new DataException(Wording.file(archive), "the archive cannot be read (%s).".formatted(e), e,
                "Check the path.", "Copy or download the file again.");
        }
    }

    private void loadZip() throws IOException, CanceledException {
        try (var zip = new ZipFile(m_archive.toFile())) {
            final var entries = zip.stream().filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(ZipEntry::getName, NaturalOrder.INSTANCE)).toList();
            for (int i = 0; i < entries.size() && m_sink.wantsMore(); i++) {
                m_run.checkCanceled();
                final var entry = entries.get(i);
                final var file = found(entry.getName(), Math.max(0, entry.getSize()));
                if (file.isPresent()) {
                    add(file.get(), zip.getInputStream(entry), entry.getCrc());
                }
                m_run.progress((i + 1.0) / entries.size(), "%s of %s, %s rejected".formatted(Wording.value(i + 1),
                    Wording.count(entries.size(), "file", "files"), Wording.value(m_decoding.rejected())));
            }
        }
    }

    /** {@code checksum} is the entry's, which nobody else compares; -1 if it has none. */
    private void add(final FoundFile file, final InputStream content, final long checksum) throws CanceledException {
        byte[] bytes = null;
        String problem = null;
        try (content) {
            bytes = content.readNBytes((int)ImageLoader.MOST_BYTES + 1);
            if (bytes.length > ImageLoader.MOST_BYTES) {
                problem = "it has more bytes than the limit of %d".formatted(ImageLoader.MOST_BYTES);
            }
            final var crc = new CRC32();
            crc.update(bytes);
            if (checksum >= 0 && crc.getValue() != checksum) {
                problem = "it cannot be unpacked (its checksum is wrong)";
            }
        } catch (final IOException e) {
            problem = "it cannot be unpacked (%s)".formatted(e.getMessage());
        }
        add(file, bytes, problem);
    }

    private void add(final FoundFile file, final byte[] bytes, final String problem) throws CanceledException {
        m_decoding.add(file, () -> {
            if (problem != null) {
                throw new RejectedException(problem);
            }
            return bytes;
        });
    }

    /** {@code file} tells how far the archive is read: how many files it has, only its end says. */
    private void loadTar(final InputStream in, final FileChannel file) throws CanceledException, IOException {
        final var entries = new TarEntries(in);
        // the file that is to blame for a damage: the one being read, or between two of them the archive
        String current = m_archive.getFileName().toString();
        long count = 0;
        try {
            for (var entry = entries.next(); entry.isPresent() && m_sink.wantsMore(); entry = entries.next()) {
                m_run.checkCanceled();
                final var found = found(entry.get().name(), entry.get().bytes());
                if (found.isPresent() && entry.get().bytes() > ImageLoader.MOST_BYTES) {
                    add(found.get(), null, "it has more bytes than the limit of %d".formatted(ImageLoader.MOST_BYTES));
                } else if (found.isPresent()) {
                    current = found.get().id();
                    add(found.get(), entries.read(entry.get()), null);
                    current = m_archive.getFileName().toString();
                }
                m_run.progress((double)file.position() / file.size(), "%s, %s rejected".formatted(
                    Wording.count(++count, "file", "files"), Wording.value(m_decoding.rejected())));
            }
        } catch (final IOException e) {
            if (count == 0) {
                throw e;
            }
            m_decoding.finish(m_run);
            m_sink.rejected(
                new Rejection(current, "the archive is damaged from here on (%s)".formatted(e.getMessage()), 0));
        }
    }

    /** The file, if it is wanted; otherwise it is counted. */
    private Optional<FoundFile> found(final String name, final long bytes) {
        final var id = (name.startsWith("./") ? name.substring(2) : name).replace('\\', '/');
        return m_wanted.takeVisible(id) ? Optional.of(
            new FoundFile(id, m_archive, m_settings.labelling().of(id), m_settings.grouping().of(id), bytes))
            : Optional.empty();
    }
}
