// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files for tests. */
final class IdxFile {

    private IdxFile() {
    }

    /** A header of the given numbers, the magic first, then the body. */
    static byte[] of(final int[] header, final int... body) {
        final var file = ByteBuffer.allocate(4 * header.length + body.length);
        for (final int number : header) {
            file.putInt(number);
        }
        for (final int value : body) {
            file.put((byte)value);
        }
        return file.array();
    }

    static byte[] packed(final byte[] file) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(file);
        }
        return bytes.toByteArray();
    }
}
