// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.image.Orientation;

/**
 * The chunks of a WebP file (RFC 9649): the first image, apart from what stands beside it, so that profiles and the
 * like cannot hinder a reader.
 */
final class WebpFile {

    private static final int HEADER = 12;

    private static final int FRAME_HEADER = 16;

    /** So many bytes the reader fetches before it needs them, also where the file ends. */
    private static final int AHEAD = 8;

    private static final String LOSSY = "VP8 ";

    private static final String LOSSLESS = "VP8L";

    private static final String ALPHA = "ALPH";

    private static final String EXTENDED = "VP8X";

    private static final String FRAME = "ANMF";

    private final Map<String, ByteBuffer> m_chunks;

    private final Map<String, ByteBuffer> m_image;

    WebpFile(final byte[] file) throws RejectedException {
        m_chunks = chunks(ByteBuffer.wrap(file).position(HEADER).slice());
        final var frame = m_chunks.get(FRAME);
        m_image = frame == null ? m_chunks : chunks(part(frame, FRAME_HEADER));
        if (!m_image.containsKey(LOSSY) && !m_image.containsKey(LOSSLESS)) {
            throw new RejectedException("its data are damaged (it holds no image)");
        }
    }

    /** The first chunk of every kind. */
    private static Map<String, ByteBuffer> chunks(final ByteBuffer from) throws RejectedException {
        final var chunks = new LinkedHashMap<String, ByteBuffer>();
        final var rest = from.order(ByteOrder.LITTLE_ENDIAN);
        while (rest.remaining() >= 8) {
            final var name = new byte[4];
            rest.get(name);
            final var kind = new String(name, StandardCharsets.ISO_8859_1);
            final long length = rest.getInt() & 0xFFFF_FFFFL;
            final boolean whole = length <= rest.remaining();
            if (!whole && (kind.equals(LOSSY) || kind.equals(LOSSLESS) || kind.equals(ALPHA) || kind.equals(FRAME))) {
                throw new RejectedException("its data are damaged (its pixel data end too early)");
            }
            if (!whole) {
                break;
            }
            chunks.putIfAbsent(kind, rest.slice(rest.position(), (int)length).order(ByteOrder.LITTLE_ENDIAN));
            rest.position((int)Math.min(rest.limit(), rest.position() + length + length % 2));
        }
        return chunks;
    }

    private static ByteBuffer part(final ByteBuffer from, final int at) throws RejectedException {
        if (from.capacity() < at) {
            throw new RejectedException("its data are damaged (its pixel data end too early)");
        }
        return from.slice(at, from.capacity() - at);
    }

    /** The lossy colours of the first image; empty if it is lossless. */
    Optional<ByteBuffer> lossy() {
        return Optional.ofNullable(m_image.containsKey(LOSSLESS) ? null : m_image.get(LOSSY));
    }

    /** Whether there is alpha beside lossy colours. */
    boolean hasAlpha() {
        return m_image.containsKey(ALPHA);
    }

    /** Alpha that is not packed, which the reader does not know. */
    Optional<WebpAlpha> plainAlpha() {
        return Optional.ofNullable(m_image.containsKey(LOSSY) ? m_image.get(ALPHA) : null).flatMap(WebpAlpha::of);
    }

    /** The first image alone. */
    byte[] image() {
        final var content = new ByteArrayOutputStream();
        if (m_image.containsKey(LOSSLESS)) {
            write(content, LOSSLESS, m_image.get(LOSSLESS));
        } else {
            final var lossy = m_image.get(LOSSY);
            final var alpha = m_image.get(ALPHA);
            if (alpha != null && lossy.capacity() >= 10 && plainAlpha().isEmpty()) {
                final var extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(0x10);
                putThree(extended, (lossy.getShort(6) & 0x3FFF) - 1);
                putThree(extended, (lossy.getShort(8) & 0x3FFF) - 1);
                write(content, EXTENDED, extended.flip());
                write(content, ALPHA, alpha);
            }
            write(content, LOSSY, lossy);
        }
        final var file = ByteBuffer.allocate(HEADER + content.size() + AHEAD).order(ByteOrder.LITTLE_ENDIAN)
            .put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + content.size())
            .put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(content.toByteArray());
        return file.array();
    }

    private static void write(final ByteArrayOutputStream to, final String kind, final ByteBuffer content) {
        final int length = content.limit();
        final var chunk = ByteBuffer.allocate(8 + length + length % 2).order(ByteOrder.LITTLE_ENDIAN)
            .put(kind.getBytes(StandardCharsets.US_ASCII)).putInt(length).put(content.duplicate().rewind());
        to.writeBytes(chunk.array());
    }

    private static void putThree(final ByteBuffer to, final int number) {
        to.putShort((short)number).put((byte)(number >> Short.SIZE));
    }

    private static int three(final ByteBuffer from, final int at) {
        return from.getShort(at) & 0xFFFF | (from.get(at + 2) & 0xFF) << Short.SIZE;
    }

    /** Where the first image of an animation is shown. */
    Optional<Canvas> canvas() {
        final var frame = m_chunks.get(FRAME);
        final var extended = m_chunks.get(EXTENDED);
        if (frame == null || extended == null || extended.capacity() < 10) {
            return Optional.empty();
        }
        return Optional.of(new Canvas(three(extended, 4) + 1, three(extended, 7) + 1, 2 * three(frame, 0),
            2 * three(frame, 3)));
    }

    Orientation orientation() {
        return Optional.ofNullable(m_chunks.get("EXIF")).map(Orientation::ofExif).orElse(Orientation.UPRIGHT);
    }
}
