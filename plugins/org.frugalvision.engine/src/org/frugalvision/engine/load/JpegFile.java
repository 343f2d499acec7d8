// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The segments of a JPEG file (ITU-T T.81, annex B). Those that decide about pixels are kept apart from those that
 * programs wrote beside them, so that these cannot hinder a reader; bytes that belong to no segment are passed over.
 */
final class JpegFile {

    private static final int START_OF_SCAN = 0xDA;

    private static final int END = 0xD9;

    private static final int EXTENSION = 0xE0;

    /** Where in a frame the number of colours stands, then three bytes for each. */
    private static final int COLOURS = 5;

    /** A segment; of a scan with the packed pixels. */
    private record Segment(int marker, ByteBuffer content, int from, int to) {
    }

    private final byte[] m_file;

    private final List<Segment> m_segments = new ArrayList<>();

    private boolean m_ended;

    JpegFile(final byte[] file) {
        m_file = file;
        int at = marker(2);
        while (at + 3 < file.length && !m_ended) {
            final int length = (file[at + 1] & 0xFF) << Byte.SIZE | file[at + 2] & 0xFF;
            final int marker = file[at] & 0xFF;
            if (marker == END) {
                break;
            }
            int to = at + 1 + length;
            if (length < 2 || to > file.length) {
                // without its end; what was before may be enough
                break;
            }
            if (marker == START_OF_SCAN) {
                to = endOfScan(to);
            }
            m_segments.add(new Segment(marker, ByteBuffer.wrap(file, at + 3, length - 2).slice(), at - 1, to));
            at = marker(to);
        }
        m_ended = at < file.length && (file[at] & 0xFF) == END;
    }

    /** The place of the next marker's second byte; any number of bytes 0xFF may stand before it. */
    private int marker(final int from) {
        int at = from;
        while (at + 1 < m_file.length) {
            final int code = m_file[at + 1] & 0xFF;
            // markers without a segment mean nothing here
            if (m_file[at] == -1 && code != 0 && code != 0xFF && code != 1 && (code < 0xD0 || code >= END)) {
                return at + 1;
            }
            at++;
        }
        return m_file.length;
    }

    /** Packed pixels hold no markers but those of restarts. */
    private int endOfScan(final int from) {
        int at = from;
        while (at + 1 < m_file.length) {
            final int code = m_file[at + 1] & 0xFF;
            if (m_file[at] == -1 && code != 0 && code != 0xFF && (code < 0xD0 || code > 0xD7)) {
                return at;
            }
            at++;
        }
        return m_file.length;
    }

    /** The first segment with this marker whose content begins so; what follows that beginning. */
    Optional<ByteBuffer> find(final int marker, final String start) {
        final var expected = ByteBuffer.wrap(start.getBytes(StandardCharsets.US_ASCII));
        final int length = expected.capacity();
        return m_segments.stream().filter(segment -> segment.marker == marker).map(Segment::content)
            .filter(content -> content.capacity() >= length && content.slice(0, length).equals(expected))
            .map(content -> content.slice(length, content.capacity() - length)).findFirst();
    }

    /** The names of its colours, one number each; none where the file does not tell. */
    int[] colours() {
        final var frame = first(JpegFile::isStartOfFrame);
        if (frame.isEmpty() || frame.get().capacity() <= COLOURS) {
            return new int[0];
        }
        final var content = frame.get();
        final var colours = new int[content.get(COLOURS) & 0xFF];
        for (int i = 0; i < colours.length; i++) {
            final int at = COLOURS + 1 + 3 * i;
            colours[i] = at < content.capacity() ? content.get(at) & 0xFF : 0;
        }
        return colours;
    }

    /**
     * The file with nothing but pixels. Complete scans get the end that may be missing.
     *
     * @throws RejectedException if scans are missing
     */
    byte[] pixels() throws RejectedException {
        if (!m_ended && !isComplete()) {
            throw new RejectedException("its data are damaged (it ends before its last scan)");
        }
        final var pixels = new ByteArrayOutputStream(m_file.length + 2);
        pixels.write(0xFF);
        pixels.write(0xD8);
        for (final var segment : m_segments) {
            if (segment.marker < EXTENSION) {
                pixels.write(m_file, segment.from, segment.to - segment.from);
            }
        }
        pixels.write(0xFF);
        pixels.write(END);
        return pixels.toByteArray();
    }

    /** Whether the scans bring every coefficient of every colour with all bits. */
    private boolean isComplete() {
        final int[] colours = colours();
        final var whole = new boolean[colours.length][64];
        m_segments.stream().filter(segment -> segment.marker == START_OF_SCAN).map(Segment::content)
            .forEach(scan -> mark(scan, colours, whole));
        for (final boolean[] coefficients : whole) {
            for (final boolean one : coefficients) {
                if (!one) {
                    return false;
                }
            }
        }
        return colours.length > 0;
    }

    private static void mark(final ByteBuffer scan, final int[] colours, final boolean[][] whole) {
        final int count = scan.capacity() > 0 ? scan.get(0) & 0xFF : 0;
        if (scan.capacity() < 2 * count + 4) {
            return;
        }
        final int first = scan.get(2 * count + 1);
        final int last = Math.min(63, scan.get(2 * count + 2));
        final boolean allBits = (scan.get(2 * count + 3) & 0xF) == 0;
        for (int i = 0; i < count; i++) {
            for (int colour = 0; colour < colours.length; colour++) {
                for (int k = Math.max(0, first); k <= last && colours[colour] == (scan.get(1 + 2 * i) & 0xFF); k++) {
                    whole[colour][k] |= allBits;
                }
            }
        }
    }

    private Optional<ByteBuffer> first(final IntPredicate wanted) {
        return m_segments.stream().filter(segment -> wanted.test(segment.marker)).map(Segment::content).findFirst();
    }

    private static boolean isStartOfFrame(final int marker) {
        // three of the sixteen mean tables and extensions
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
