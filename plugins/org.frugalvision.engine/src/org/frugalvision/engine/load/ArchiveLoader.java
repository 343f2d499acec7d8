// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.apache.commons.compress.archivers.tar.TarUtils;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Reads the images in a zip or tar archive without unpacking it to disk; a tar archive may be packed with gzip, bzip2
 * or xz. The paths in the archive take the place of those below a folder. Every entry that is wanted becomes an image
 * or a rejection. A zip archive is read in natural order, a tar archive in its own, its hard links last. Where a tar
 * archive is damaged, what stands before is read and the rest is rejected.
 */
public final class ArchiveLoader {

    private static final int TAR_HEADER = 512;

    private static final int BUFFER = 1 << 16;

    private ArchiveLoader() {
    }

    /**
     * Reads and decodes the images of an archive, in several threads.
     *
     * @param <T> what the sink keeps of an image
     * @param archive a zip or tar file, told by its first bytes
     * @param scan which files, which labels; without a limit per class
     * @param decode what becomes of every image
     * @param threads how many threads decode, at least 1, or 0: as many as there are cores but one
     * @param sink takes images and rejections; the file of each is the archive
     * @param run receives progress; asked for cancellation at every file
     * @return what was left out
     * @throws CanceledException if the work was canceled
     * @throws DataException if the archive is missing or none of these
     */
    public static <T> LeftOut load(final Path archive, final ScanSettings scan, final DecodeSettings decode,
        final int threads, final ImageSink<T> sink, final RunControl run) throws CanceledException {
        try (var decoding = new OrderedDecoding<>(decode, threads, sink, run)) {
            final boolean zip = isZip(archive);
            if (scan.limitPerClass() != 0) {
                throw new SettingsException("Limit per class", "must be 0 for an archive", scan.limitPerClass(),
                    "Unpack the archive and read the folder.");
            }
            final var entries = new ArchiveEntries(archive, scan, decoding, sink, run);
            if (zip) {
                ZipArchive.load(entries);
            } else {
                TarArchive.load(entries, () -> TarFile.open(archive));
            }
            decoding.finish();
            return entries.leftOut();
        } catch (final IOException e) {
            throw new DataException(Wording.file(archive), "the archive cannot be read: %s.".formatted(
                FileProblem.of(e)), e, "Check the path.", "Copy or download the file again.");
        }
    }

    /** Whether it is a zip archive; otherwise it is a tar archive, or refused. */
    private static boolean isZip(final Path archive) throws IOException {
        final byte[] start;
        try (var in = Files.newInputStream(archive)) {
            start = in.readNBytes(TAR_HEADER);
        }
        final var packing = Packing.of(start);
        if (packing.equals(Optional.of(Packing.ZIP))) {
            return true;
        }
        try (var tar = TarFile.open(archive)) {
            final var header = Arrays.copyOf(tar.content().readNBytes(TAR_HEADER), TAR_HEADER);
            if (!TarUtils.verifyCheckSum(header)) {
                throw new DataException(Wording.file(archive),
                    "this is no zip or tar archive%s; a tar archive may be packed with gzip, bzip2 or xz.".formatted(
                        packing.map(", but a %s"::formatted).orElse("")),
                    "Choose another file, or a folder.", "Unpack it and read the folder.");
            }
        }
        return false;
    }

    /** A file that is unpacked while it is read. */
    private record TarFile(FileChannel file, InputStream content) implements TarArchive.TarStart {

        static TarFile open(final Path archive) throws IOException {
            final var file = FileChannel.open(archive);
            try {
                final var in = new BufferedInputStream(Channels.newInputStream(file), BUFFER);
                in.mark(TAR_HEADER);
                final var packing = Packing.of(in.readNBytes(TAR_HEADER));
                in.reset();
                final var unpacked = packing.isEmpty() ? Optional.<InputStream>empty() : packing.get().unpack(in);
                return new TarFile(file, unpacked.orElse(in));
            } catch (final IOException e) {
                file.close();
                throw e;
            }
        }

        @Override
        public double read() throws IOException {
            return (double)file.position() / file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
