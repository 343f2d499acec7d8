// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What programs wrote beside the image into a JPEG file (ITU-T T.81, B.2.4.6). */
final class JpegSegments {

    private static final int START_OF_SCAN = 0xDA;

    /** Where in a frame the number of colours stands. */
    private static final int COLOURS = 5;

    private JpegSegments() {
    }

    /**
     * The first segment with this marker whose content begins so; what follows that beginning. Empty if there is none,
     * or if the file is damaged before it.
     */
    static Optional<ByteBuffer> find(final byte[] jpeg, final int marker, final String start) {
        return find(jpeg, m -> m == marker, start);
    }

    /** The number of colours, 0 where the file does not tell. */
    static int colours(final byte[] jpeg) {
        return find(jpeg, JpegSegments::isStartOfFrame, "").filter(frame -> frame.remaining() > COLOURS)
            .map(frame -> frame.get(COLOURS) & 0xFF).orElse(0);
    }

    private static boolean isStartOfFrame(final int marker) {
        // three of the sixteen mean tables and extensions
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Optional<ByteBuffer> find(final byte[] jpeg, final IntPredicate wanted, final String start) {
        try {
            final var file = ByteBuffer.wrap(jpeg);
            file.position(2);
            while ((file.get() & 0xFF) == 0xFF) {
                final int marker = marker(file);
                final int length = (file.getShort() & 0xFFFF) - 2;
                if (marker == START_OF_SCAN || length < 0) {
                    return Optional.empty();
                }
                final var content = file.slice(file.position(), length);
                if (wanted.test(marker) && startsWith(content, start)) {
                    return Optional.of(content.slice(start.length(), length - start.length()));
                }
                file.position(file.position() + length);
            }
            return Optional.empty();
        } catch (final BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // damaged side information does not make the image unreadable
            return Optional.empty();
        }
    }

    /** Any number of bytes 0xFF may stand before a marker. */
    private static int marker(final ByteBuffer file) {
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = file.get() & 0xFF;
        }
        return marker;
    }

    private static boolean startsWith(final ByteBuffer content, final String start) {
        final var expected = ByteBuffer.wrap(start.getBytes(StandardCharsets.US_ASCII));
        return content.remaining() >= start.length() && content.slice(0, start.length()).equals(expected);
    }
}
