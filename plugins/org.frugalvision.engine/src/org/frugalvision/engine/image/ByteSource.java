// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.FileProblem;
import org.frugalvision.engine.run.Wording;

/**
 * The bytes of a file, unpacked if it is packed with gzip (told by its first two bytes, not by its name), read once
 * from start to end. Never allocates more than it has really read.
 */
final class ByteSource implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path m_file;

    private final InputStream m_in;

    private final OptionalLong m_length;

    private long m_position;

    private ByteSource(final Path file, final InputStream in, final OptionalLong length) {
        m_file = file;
        m_in = in;
        m_length = length;
    }

    static ByteSource open(final Path file) {
        if (!Files.exists(file)) {
            throw new DataException(Wording.file(file), "there is no such file.", "Correct the path.");
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException(Wording.file(file), "this is a folder, not a file.", "Choose a file in it.");
        }
        try {
            return open(file, new BufferedInputStream(Files.newInputStream(file), BUFFER));
        } catch (final IOException e) {
            throw unreadable(file, e);
        }
    }

    /** An array, in an archive or not. */
    static ByteSource open(final ArrayFile array) {
        if (array.member().isEmpty()) {
            return open(array.file());
        }
        try {
            final var archive = new ZipFile(array.file().toFile());
            final var entry = archive.getEntry(array.member());
            final var in = new BufferedInputStream(archive.getInputStream(entry), BUFFER) {

                @Override
                public void close() throws IOException {
                    super.close();
                    archive.close();
                }
            };
            return new ByteSource(array.file(), in, OptionalLong.empty());
        } catch (final IOException e) {
            throw unreadable(array.file(), e);
        }
    }

    private static ByteSource open(final Path file, final InputStream in) throws IOException {
        try {
            in.mark(2);
            final boolean packed = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            if (!packed) {
                return new ByteSource(file, in, OptionalLong.of(Files.size(file)));
            }
            final var unpacked = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
            return new ByteSource(file, unpacked, OptionalLong.empty());
        } catch (final IOException e) {
            in.close();
            throw e;
        }
    }

    Path file() {
        return m_file;
    }

    /** The number of unpacked bytes where it is known beforehand: not for a packed file. */
    OptionalLong length() {
        return m_length;
    }

    /** How many unpacked bytes were read. */
    long position() {
        return m_position;
    }

    /** The next bytes; fewer than asked for only at the end of the data. */
    byte[] next(final int count) {
        try {
            final var bytes = m_in.readNBytes(count);
            m_position += bytes.length;
            return bytes;
        } catch (final EOFException e) {
            throw new DataException(Wording.file(m_file),
                "the gzip data end in the middle, %s after the start of the unpacked data."
                    .formatted(Wording.count(m_position, "byte", "bytes")),
                e, "Copy or download the file again.");
        } catch (final IOException e) {
            throw unreadable(m_file, e);
        }
    }

    @Override
    public void close() {
        try {
            m_in.close();
        } catch (final IOException e) {
            throw unreadable(m_file, e);
        }
    }

    private static DataException unreadable(final Path file, final IOException e) {
        if (e instanceof ZipException || e instanceof EOFException) {
            return new DataException(Wording.file(file),
                "the packed data are damaged (%s).".formatted(FileProblem.of(e)), e,
                "Copy or download the file again.");
        }
        return new DataException(Wording.file(file), "the file cannot be read: %s.".formatted(FileProblem.of(e)), e,
            "Check the file and your permission to read it.");
    }
}
