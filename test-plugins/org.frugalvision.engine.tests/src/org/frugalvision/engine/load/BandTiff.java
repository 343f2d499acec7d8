// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes TIFF files of many bands (TIFF 6.0, not packed, one strip, or one per band). */
final class BandTiff {

    private static final int ENTRIES = 10;

    private static final int SHORT = 3;

    private static final int LONG = 4;

    private BandTiff() {
    }

    /** What stands in a band at a pixel. */
    static int value(final int band, final int pixel, final int bits) {
        return (band * 9_001 + pixel * 257 + 5) % (1 << bits);
    }

    static byte[] of(final int bands, final int bits, final int width, final int height, final boolean planar) {
        final int area = width * height;
        final int strip = (planar ? 1 : bands) * area * bits / 8;
        final int strips = planar ? bands : 1;
        final int lists = 8 + strip * strips;
        final int directory = lists + 12 * bands;
        final var file = ByteBuffer.allocate(directory + 2 + 12 * ENTRIES + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte)'I').put((byte)'I').putShort((short)42).putInt(directory);
        for (int i = 0; i < bands * area; i++) {
            final int value = planar ? value(i / area, i % area, bits) : value(i % bands, i / bands, bits);
            if (bits == 16) {
                file.putShort((short)value);
            } else {
                file.put((byte)value);
            }
        }
        for (int band = 0; band < bands; band++) {
            file.putInt(lists + 4 * band, 8 + band * strip).putInt(lists + 4 * (bands + band), strip)
                .putShort(lists + 8 * bands + 2 * band, (short)bits);
        }
        file.position(directory).putShort((short)ENTRIES);
        entry(file, 256, SHORT, 1, width);
        entry(file, 257, SHORT, 1, height);
        entry(file, 258, SHORT, bands, lists + 8 * bands);
        entry(file, 259, SHORT, 1, 1);
        entry(file, 262, SHORT, 1, 1);
        entry(file, 273, LONG, strips, strips == 1 ? 8 : lists);
        entry(file, 277, SHORT, 1, bands);
        entry(file, 278, SHORT, 1, height);
        entry(file, 279, LONG, strips, strips == 1 ? strip : lists + 4 * bands);
        entry(file, 284, SHORT, 1, planar ? 2 : 1);
        return file.array();
    }

    private static void entry(final ByteBuffer file, final int tag, final int type, final int count, final int value) {
        file.putShort((short)tag).putShort((short)type).putInt(count).putInt(value);
    }
}
