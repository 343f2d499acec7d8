// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import java.nio.ByteBuffer;
import java.util.function.DoubleUnaryOperator;

/**
 * Which brightness a value is that is no unsigned integer of up to 16 bits; the rule stands at {@link TiffFile#read}.
 * Integers stay what they are where they can, so that the same numbers are the same picture in every type.
 */
final class ValueRange {

    private static final int LARGEST = 0xFFFF;

    private final ByteBuffer m_samples;

    private final TiffLayout m_layout;

    private ValueRange(final byte[] samples, final TiffLayout layout) {
        m_samples = ByteBuffer.wrap(samples);
        m_layout = layout;
    }

    /** Whether this layout needs it. */
    static boolean decides(final TiffLayout layout) {
        return layout.format() != SampleFormat.UNSIGNED || layout.bits() > Short.SIZE;
    }

    /** Unsigned values of 8 or 16 bits, the high byte first. */
    static byte[] apply(final byte[] samples, final TiffLayout layout) throws TiffException {
        return new ValueRange(samples, layout).unsigned();
    }

    private byte[] unsigned() throws TiffException {
        final int count = m_samples.capacity() / (m_layout.bits() / Byte.SIZE);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            final double value = value(i);
            if (Double.isNaN(value)) {
                throw new TiffException(
                    "its values are %s, and some are undefined (NaN)".formatted(m_layout.samples()));
            }
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        if (least < 0) {
            throw new TiffException("its values are %s from %s to %s, but brightness begins at 0; add a constant"
                .formatted(m_layout.samples(), text(least), text(most)));
        }
        if (m_layout.bits() == Byte.SIZE) {
            return m_samples.array();
        }
        final DoubleUnaryOperator scale = scale(most);
        final var values = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            final long value = Math.round(scale.applyAsDouble(value(i)));
            values[2 * i] = (byte)(value >> Byte.SIZE);
            values[2 * i + 1] = (byte)value;
        }
        return values;
    }

    private DoubleUnaryOperator scale(final double most) throws TiffException {
        if (m_layout.format() == SampleFormat.FLOAT) {
            if (most <= 1) {
                return value -> value * LARGEST;
            }
            if (most <= 0xFF) {
                return value -> value * (LARGEST / 0xFF);
            }
            if (most > LARGEST) {
                throw new TiffException("its values are %s up to %s, more than 65535; divide them"
                    .formatted(m_layout.samples(), text(most)));
            }
            return value -> value;
        }
        final double largest = m_layout.format() == SampleFormat.SIGNED ? Integer.MAX_VALUE : 0xFFFF_FFFFL;
        return most <= LARGEST ? value -> value : value -> value * LARGEST / largest;
    }

    private double value(final int i) {
        return switch (m_layout.bits()) {
            case Byte.SIZE -> m_samples.get(i);
            case Short.SIZE -> m_layout.format() == SampleFormat.FLOAT ? half(m_samples.getShort(2 * i))
                : m_samples.getShort(2 * i);
            case Integer.SIZE -> switch (m_layout.format()) {
                case FLOAT -> m_samples.getFloat(4 * i);
                case SIGNED -> m_samples.getInt(4 * i);
                default -> m_samples.getInt(4 * i) & 0xFFFF_FFFFL;
            };
            default -> m_samples.getDouble(8 * i);
        };
    }

    /** IEEE 754, binary16: 1 bit of sign, 5 of exponent, 10 of fraction. */
    private static double half(final short bits) {
        final int exponent = bits >> 10 & 0x1F;
        final int fraction = bits & 0x3FF;
        final double size = switch (exponent) {
            case 0 -> Math.scalb(fraction, -24);
            case 0x1F -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(0x400 | fraction, exponent - 25);
        };
        return bits < 0 ? -size : size;
    }

    private static String text(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long)value)
            : Double.toString(value);
    }
}
