// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The type of numbers in a NumPy array.
 *
 * @param kind {@code b} truth, {@code i} whole, {@code u} whole without sign, {@code f} floating point
 * @param bytes of a number: 1, 2, 4 or 8
 * @param littleEndian whether the lowest byte comes first
 */
record NpyType(char kind, int bytes, boolean littleEndian) {

    private static final Pattern NAME = Pattern.compile("([|<>=]?)(b1|[iu][1248]|f[48])");

    /** Empty for everything that is no number, and for floating point of 16 and 128 bits. */
    static Optional<NpyType> of(final String name) {
        final var matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(new NpyType(matcher.group(2).charAt(0), matcher.group(2).charAt(1) - '0',
            !matcher.group(1).equals(">"))) : Optional.empty();
    }

    /** Views bytes of the file as numbers. */
    ByteBuffer view(final byte[] content) {
        return ByteBuffer.wrap(content).order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** The next number; whole ones of 64 bits are rounded to 53. */
    double next(final ByteBuffer numbers) {
        if (kind == 'f') {
            return bytes == Float.BYTES ? numbers.getFloat() : numbers.getDouble();
        }
        final long whole = nextWhole(numbers);
        return kind == 'u' && whole < 0 ? whole + 0x1p64 : whole;
    }

    /** The next whole number; one without sign of 64 bits as those 64 bits. */
    long nextWhole(final ByteBuffer numbers) {
        final boolean signed = kind == 'i';
        return switch (bytes) {
            case 1 -> signed ? numbers.get() : numbers.get() & 0xFF;
            case 2 -> signed ? numbers.getShort() : numbers.getShort() & 0xFFFF;
            case 4 -> signed ? numbers.getInt() : numbers.getInt() & 0xFFFFFFFFL;
            default -> numbers.getLong();
        };
    }
}
