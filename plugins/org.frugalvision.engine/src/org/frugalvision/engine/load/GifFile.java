// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where a GIF file shows its first image (GIF89a, sections 18 to 20), which its reader does not care for. */
final class GifFile {

    private static final int IMAGE = 0x2C;

    private static final int EXTENSION = 0x21;

    private GifFile() {
    }

    static Canvas canvas(final byte[] file) throws RejectedException {
        try {
            final var gif = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(6);
            final int width = gif.getShort() & 0xFFFF;
            final int height = gif.getShort() & 0xFFFF;
            final int flags = gif.get();
            gif.position(gif.position() + 2 + (flags < 0 ? 3 << (flags & 7) + 1 : 0));
            int block = gif.get();
            while (block == EXTENSION) {
                gif.get();
                skip(gif);
                block = gif.get();
            }
            if (block != IMAGE) {
                throw new RejectedException("its data are damaged (it holds no image)");
            }
            final int left = gif.getShort() & 0xFFFF;
            final int top = gif.getShort() & 0xFFFF;
            return new Canvas(width, height, left, top);
        } catch (final BufferUnderflowException | IllegalArgumentException e) {
            throw new RejectedException("its data are damaged (it ends before its image)", e);
        }
    }

    private static void skip(final ByteBuffer gif) {
        int length = gif.get() & 0xFF;
        while (length > 0) {
            gif.position(gif.position() + length);
            length = gif.get() & 0xFF;
        }
    }
}
