// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import java.util.HashMap;
import java.util.Map;

/**
 * The fields of one page. A field that is not there, has no whole numbers or points outside the file has none: what
 * matters is asked for, and the rest has defaults.
 */
final class TiffDirectory {

    private static final long[] NONE = {};

    private final Map<Integer, long[]> m_fields = new HashMap<>();

    private final long m_next;

    TiffDirectory(final TiffBytes file, final long at) throws TiffException {
        final int bytesOfCount = file.isBig() ? Long.BYTES : Short.BYTES;
        final int bytesOfEntry = 4 + 2 * file.bytesOfPlace();
        final long entries = file.unsigned(at, bytesOfCount);
        long entry = at + bytesOfCount;
        for (long i = 0; i < entries && file.has(entry, bytesOfEntry); i++) {
            m_fields.putIfAbsent((int)file.unsigned(entry, Short.BYTES), numbers(file, entry));
            entry += bytesOfEntry;
        }
        m_next = file.has(entry, file.bytesOfPlace()) ? file.unsigned(entry, file.bytesOfPlace()) : 0;
    }

    /** Where the directory of the next page stands, 0 after the last. */
    long next() {
        return m_next;
    }

    boolean has(final TiffTag tag) {
        return numbers(tag).length > 0;
    }

    /** The numbers of a field, none if it has none; not to be modified. */
    long[] numbers(final TiffTag tag) {
        return m_fields.getOrDefault(tag.code(), NONE);
    }

    /** The first number of a field. */
    long number(final TiffTag tag, final long otherwise) {
        return has(tag) ? numbers(tag)[0] : otherwise;
    }

    private static long[] numbers(final TiffBytes file, final long entry) throws TiffException {
        final int bytes = switch ((int)file.unsigned(entry + 2, Short.BYTES)) {
            case 1, 2, 6, 7 -> Byte.BYTES;
            case 3, 8 -> Short.BYTES;
            case 4, 9, 13 -> Integer.BYTES;
            case 16, 17, 18 -> Long.BYTES;
            default -> 0;
        };
        final long count = file.unsigned(entry + 4, file.bytesOfPlace());
        if (bytes == 0 || count < 0 || count > file.length()) {
            return NONE;
        }
        final long value = entry + 4 + file.bytesOfPlace();
        final long from =
            count * bytes <= file.bytesOfPlace() ? value : file.unsigned(value, file.bytesOfPlace());
        if (!file.has(from, count * bytes)) {
            return NONE;
        }
        final var numbers = new long[(int)count];
        for (int i = 0; i < count; i++) {
            numbers[i] = file.unsigned(from + (long)i * bytes, bytes);
        }
        return numbers;
    }
}
