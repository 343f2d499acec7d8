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
    /** Two letters begin many a text: the length of the header belongs to it. */
    BMP("bmp", "BM.{12}[\\x0C\\x10\\x28\\x34\\x38\\x40\\x6C\\x7C]\\x00\\x00\\x00"), //
    /** With places of 32 or, in BigTIFF, 64 bits. */
    TIFF("tiff", "II[*+]\\x00|MM\\x00[*+]"), //
    WEBP("webp", "RIFF....WEBP");

    private static final int LONGEST_START = 18;

    private final String m_imageIoName;

    private final Pattern m_start;

    ImageFormat(final String imageIoName, final String start) {
        m_imageIoName = imageIoName;
        m_start = Pattern.compile(start, Pattern.DOTALL);
    }

    static Optional<ImageFormat> of(final byte[] file) {
        // one character per byte
        final var start = new String(file, 0, Math.min(LONGEST_START, file.length), StandardCharsets.ISO_8859_1);
        for (final var format : values()) {
            if (format.m_start.matcher(start).lookingAt()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Its name for ImageIO. */
    String imageIoName() {
        return m_imageIoName;
    }
}
