// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.frugalvision.engine.network.NetworkFormatException;

/** A zip file of few, known entries. Nothing is inflated before its announced size was found allowed. */
final class ZipContent implements AutoCloseable {

    private static final byte[] SERIALISED = {(byte)0xac, (byte)0xed, 0, 5};

    private static final int MOST_ENTRIES = 100;

    private final ZipFile m_zip;

    private final Map<String, ZipEntry> m_entries = new HashMap<>();

    private ZipContent(final ZipFile zip) {
        m_zip = zip;
    }

    static ZipContent open(final Path file) throws IOException {
        return new ZipContent(new ZipFile(file.toFile())).indexed();
    }

    boolean has(final String name) {
        return m_entries.containsKey(name);
    }

    /** Refuses entries of other names. */
    void allow(final Set<String> names) throws NetworkFormatException {
        for (final String name : m_entries.keySet().stream().sorted().toList()) {
            if (!names.contains(name)) {
                throw new NetworkFormatException(
                    "the zip file holds \"%s\", which does not belong to a network".formatted(name));
            }
        }
    }

    /** The announced size of an entry. */
    long size(final String name) {
        return m_entries.get(name).getSize();
    }

    byte[] bytes(final String name, final int limit) throws IOException {
        try (InputStream in = stream(name)) {
            final byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new NetworkFormatException(
                    "its entry \"%s\" has more than the %,d bytes that it may have".formatted(name, limit));
            }
            return content;
        }
    }

    /** An entry, which must exist and is no serialised Java object. */
    InputStream stream(final String name) throws IOException {
        final ZipEntry entry = m_entries.get(name);
        if (entry == null) {
            throw new NetworkFormatException("the zip file lacks \"%s\"".formatted(name));
        }
        final var in = new PushbackInputStream(m_zip.getInputStream(entry), SERIALISED.length);
        final byte[] start = in.readNBytes(SERIALISED.length);
        in.unread(start);
        if (Arrays.equals(start, SERIALISED)) {
            in.close();
            throw new NetworkFormatException(
                "its entry \"%s\" is a serialised Java object, which is never read".formatted(name));
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        m_zip.close();
    }

    private ZipContent indexed() throws IOException {
        try {
            if (m_zip.size() > MOST_ENTRIES) {
                throw new NetworkFormatException("the zip file holds %,d entries, too many for a network"
                    .formatted(m_zip.size()));
            }
            final var entries = m_zip.entries();
            while (entries.hasMoreElements()) {
                final ZipEntry entry = entries.nextElement();
                if (m_entries.put(entry.getName(), entry) != null) {
                    throw new NetworkFormatException("the zip file holds \"%s\" twice".formatted(entry.getName()));
                }
            }
            return this;
        } catch (IOException | RuntimeException e) {
            m_zip.close();
            throw e;
        }
    }
}
