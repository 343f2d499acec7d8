// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a BMP file says of itself. */
final class BmpFile {

    private static final int LENGTH = 2;

    private static final int HEADER = 14;

    private static final int COLOUR_SPACE = HEADER + 56;

    private static final int WITH_COLOUR_SPACE = 108;

    private static final int STANDARD = 0x73524742;

    private BmpFile() {
    }

    /**
     * The file without a colour profile, which is ignored in all formats and may be damaged, and with its length as it
     * is: the reader believes what many programs write wrongly.
     */
    static byte[] plain(final byte[] file) {
        final var bmp = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        bmp.putInt(LENGTH, file.length);
        if (bmp.capacity() >= COLOUR_SPACE + 4 && bmp.getInt(HEADER) >= WITH_COLOUR_SPACE) {
            bmp.putInt(COLOUR_SPACE, STANDARD);
        }
        return bmp.array();
    }
}
