// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Optional;

/** The kinds of image files that are read, told by their first bytes: names may lie. */
enum ImageFormat {
    PNG("png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A), //
    JPEG("jpeg", 0xFF, 0xD8, 0xFF), //
    GIF("gif", 'G', 'I', 'F', '8'), //
    BMP("bmp", 'B', 'M');

    private final String m_imageIoName;

    private final int[] m_start;

    ImageFormat(final String imageIoName, final int... start) {
        m_imageIoName = imageIoName;
        m_start = start;
    }

    static Optional<ImageFormat> of(final byte[] file) {
        for (final var format : values()) {
            if (format.startOf(file)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Its name for ImageIO. */
    String imageIoName() {
        return m_imageIoName;
    }

    private boolean startOf(final byte[] file) {
        if (file.length < m_start.length) {
            return false;
        }
        for (int i = 0; i < m_start.length; i++) {
            if ((file[i] & 0xFF) != m_start[i]) {
                return false;
            }
        }
        return true;
    }
}
