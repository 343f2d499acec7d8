// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ordinary files of a tar archive in their order: POSIX ustar, with long names in the ways of GNU and of pax.
 * Everything else in the archive (folders, links, devices) is passed over.
 */
final class TarEntries {

    /** A file in the archive; its content is read by {@link #read} or passed over. */
    record Entry(String name, long bytes) {
    }

    private static final int BLOCK = 512;

    private static final int LONGEST_NAME = 1 << 16;

    private static final Pattern PAX_PATH = Pattern.compile("(?:^|\\n)\\d+ path=([^\\n]*)\\n");

    private final InputStream m_in;

    /** Bytes from here to the next header. */
    private long m_toHeader;

    TarEntries(final InputStream in) {
        m_in = in;
    }

    /** The next file; empty at the end of the archive. */
    Optional<Entry> next() throws IOException {
        String longName = null;
        while (true) {
            m_in.skipNBytes(m_toHeader);
            m_toHeader = 0;
            final var header = m_in.readNBytes(BLOCK);
            if (header.length == 0 || isZero(header)) {
                return Optional.empty();
            }
            if (header.length < BLOCK || !checksumFits(header)) {
                throw new IOException("a header of the archive is damaged");
            }
            final long size = number(header, 124, 12);
            m_toHeader = (size + BLOCK - 1) / BLOCK * BLOCK;
            switch (header[156]) {
                case 'L' -> longName = text(name(size), 0, (int)size);
                case 'x' -> {
                    final var matcher = PAX_PATH.matcher(new String(name(size), StandardCharsets.UTF_8));
                    longName = matcher.find() ? matcher.group(1) : longName;
                }
                case '0', 0 -> {
                    return Optional.of(new Entry(longName == null ? shortName(header) : longName, size));
                }
                default -> longName = null;
            }
        }
    }

    /** The content of the entry that {@link #next} gave last; once. */
    byte[] read(final Entry entry) throws IOException {
        final var content = m_in.readNBytes((int)entry.bytes());
        m_toHeader -= content.length;
        if (content.length < entry.bytes()) {
            throw new EOFException("the archive ends in the middle of it");
        }
        return content;
    }

    private byte[] name(final long size) throws IOException {
        if (size > LONGEST_NAME) {
            throw new IOException("a name in the archive is too long");
        }
        return read(new Entry("", size));
    }

    private static String shortName(final byte[] header) {
        final var name = text(header, 0, 100);
        final var prefix = header[257] == 'u' ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(final byte[] bytes, final int from, final int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Octal digits, or for large files a binary number whose first bit is set. */
    private static long number(final byte[] header, final int from, final int length) throws IOException {
        long value = 0;
        if (header[from] < 0) {
            for (int i = from + length - 8; i < from + length; i++) {
                value = value << 8 | header[i] & 0xFF;
            }
        } else {
            final var digits = text(header, from, length).strip();
            if (!digits.matches("[0-7]*")) {
                throw new IOException("a header of the archive is damaged");
            }
            value = digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        }
        if (value < 0) {
            throw new IOException("a header of the archive is damaged");
        }
        return value;
    }

    /** The sum over the header, its own eight bytes taken as blanks. */
    private static boolean checksumFits(final byte[] header) throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
        }
        return sum == number(header, 148, 8);
    }

    private static boolean isZero(final byte[] header) {
        for (final byte value : header) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }
}
