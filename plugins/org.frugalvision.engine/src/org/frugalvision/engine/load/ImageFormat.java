// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of image files that are read, told by their first bytes: names may lie. */
enum ImageFormat {
    PNG("png", "\\x89PNG\\r\\n\\x1A\\n"), //
    JPEG("jpeg", "\\xFF\\xD8\\xFF"), //
    GIF("gif", "GIF8"), //
    BMP("bmp", "BM"), //
    TIFF("tiff", "II\\*\\x00|MM\\x00\\*"), //
    WEBP("webp", "RIFF....WEBP");

    private static final int LONGEST_START = 12;

    private static final Pattern BIG_TIFF = Pattern.compile("II\\+\\x00|MM\\x00\\+");

    private final String m_imageIoName;

    private final Pattern m_start;

    ImageFormat(final String imageIoName, final String start) {
        m_imageIoName = imageIoName;
        m_start = Pattern.compile(start, Pattern.DOTALL);
    }

    static Optional<ImageFormat> of(final byte[] file) {
        final var start = start(file);
        for (final var format : values()) {
            if (format.m_start.matcher(start).lookingAt()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Whether this is TIFF for more than 4 GB, whose numbers have 64 bits. */
    static boolean isBigTiff(final byte[] file) {
        return BIG_TIFF.matcher(start(file)).lookingAt();
    }

    /** One character per byte. */
    private static String start(final byte[] file) {
        return new String(file, 0, Math.min(LONGEST_START, file.length), StandardCharsets.ISO_8859_1);
    }

    /** Its name for ImageIO. */
    String imageIoName() {
        return m_imageIoName;
    }
}
