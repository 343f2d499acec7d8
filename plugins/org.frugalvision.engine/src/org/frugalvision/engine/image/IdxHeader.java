// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * The head of an IDX file of unsigned bytes: magic number 0x000008nn with nn = number of dimensions, then the
 * dimensions, each a big-endian 32-bit number, the count of items first.
 */
record IdxHeader(int[] dimensions) {

    private static final int UNSIGNED_BYTES = 0x00000800;

    /**
     * Reads and checks the head; {@code dimensionCounts} are those that the caller can use, {@code content} names what
     * the file should hold.
     */
    static IdxHeader read(final ByteSource source, final String content, final int... dimensionCounts) {
        final int count = readMagic(source, content, dimensionCounts);
        final var head = source.next(4 * count);
        if (head.length < 4 * count) {
            throw new DataException(Wording.file(source.file()),
                "the file ends after %s, in the middle of its header."
                    .formatted(Wording.count(source.position(), "byte", "bytes")),
                "Copy or download the file again.");
        }
        final var buffer = ByteBuffer.wrap(head);
        final var dimensions = new int[count];
        for (int i = 0; i < count; i++) {
            dimensions[i] = buffer.getInt();
            if (dimensions[i] < 0 || i > 0 && dimensions[i] == 0) {
                throw new DataException(Wording.file(source.file()),
                    "the header announces a dimension of %s.".formatted(Wording.value(dimensions[i] & 0xFFFFFFFFL)),
                    "Copy or download the file again.");
            }
        }
        return new IdxHeader(dimensions);
    }

    private static int readMagic(final ByteSource source, final String content, final int... dimensionCounts) {
        final var bytes = source.next(4);
        if (bytes.length == 0) {
            throw new DataException(Wording.file(source.file()), "the file is empty.",
                "Copy or download the file again.");
        }
        final int magic = bytes.length == 4 ? ByteBuffer.wrap(bytes).getInt() : -1;
        for (final int count : dimensionCounts) {
            if (magic == UNSIGNED_BYTES + count) {
                return count;
            }
        }
        final var expected = IntStream.of(dimensionCounts).mapToObj(count -> hex(UNSIGNED_BYTES + count))
            .collect(Collectors.joining(" or "));
        throw new DataException(Wording.file(source.file()),
            "this is no IDX file of %s: it must start with %s, but starts with 0x%s.".formatted(content, expected,
                HexFormat.of().withUpperCase().formatHex(bytes)),
            "Check that images and labels are not exchanged.", "Choose an IDX file of unsigned bytes.");
    }

    int items() {
        return dimensions[0];
    }

    /** Number of values of one item; -1 where it exceeds what an array can hold. */
    int itemSize() {
        long size = 1;
        for (int i = 1; i < dimensions.length && size <= Integer.MAX_VALUE; i++) {
            size *= dimensions[i];
        }
        return size <= Integer.MAX_VALUE ? (int)size : -1;
    }

    private static String hex(final int magic) {
        return "0x%08X".formatted(magic);
    }
}
