// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A native library of Linux, of 64 bits and low byte first, as all are that we load. */
final class ElfFile {

    private static final int MAGIC = 0x464C_457F;

    private static final int HEADER = 64;

    private static final int SEGMENT = 56;

    private static final int SEGMENTS_AT = 32;

    private static final int SECTIONS_AT = 40;

    private static final int SEGMENT_SIZE_AT = 54;

    private static final int SECTION_SIZE_AT = 58;

    private ElfFile() {
    }

    /**
     * Whether a file ends before what its header tells of: its segments, which are mapped, and the table of its
     * sections, which linkers put at the very end. Of other files, false.
     */
    static boolean isCutShort(final Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            final ByteBuffer header = read(file, 0, HEADER);
            if (header.remaining() < Integer.BYTES || header.getInt(0) != MAGIC) {
                return false;
            }
            if (header.remaining() < HEADER) {
                return true;
            }
            final long sections = header.getLong(SECTIONS_AT)
                + (long)header.getShort(SECTION_SIZE_AT) * header.getShort(SECTION_SIZE_AT + Short.BYTES);
            return sections > file.size() || hasSegmentBeyondTheEnd(file, header);
        }
    }

    private static boolean hasSegmentBeyondTheEnd(final FileChannel file, final ByteBuffer header) throws IOException {
        final int size = header.getShort(SEGMENT_SIZE_AT);
        final int count = header.getShort(SEGMENT_SIZE_AT + Short.BYTES);
        for (int i = 0; i < count; i++) {
            final ByteBuffer segment = read(file, header.getLong(SEGMENTS_AT) + (long)i * size, SEGMENT);
            if (segment.remaining() < SEGMENT || segment.getLong(8) + segment.getLong(32) > file.size()) {
                return true;
            }
        }
        return false;
    }

    private static ByteBuffer read(final FileChannel file, final long position, final int length) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int count = 0;
        while (bytes.hasRemaining() && count >= 0) {
            count = file.read(bytes, position + bytes.position());
        }
        return bytes.flip();
    }
}
