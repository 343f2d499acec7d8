// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Writes TIFF files of one strip for every band or for all, not packed, with whatever fields. */
final class PlainTiff {

    static final int UNSIGNED = 1;

    static final int SIGNED = 2;

    static final int FLOAT = 3;

    private static final int MOST = 4096;

    private final int m_width;

    private final int m_height;

    private final int m_bands;

    private final int m_bits;

    private final Map<Integer, long[]> m_fields = new TreeMap<>();

    private ByteOrder m_order = ByteOrder.LITTLE_ENDIAN;

    private boolean m_planar;

    /** What a sample is, as bits. */
    interface Samples {

        long at(int band, int pixel);
    }

    PlainTiff(final int width, final int height, final int bands, final int bits) {
        m_width = width;
        m_height = height;
        m_bands = bands;
        m_bits = bits;
        with(256, width).with(257, height).with(258, IntStream.range(0, bands).mapToLong(i -> bits).toArray())
            .with(259, 1).with(262, 1).with(277, bands);
    }

    /** Sets a field of 32 bits; none removes it. */
    PlainTiff with(final int tag, final long... numbers) {
        m_fields.put(tag, numbers);
        if (numbers.length == 0) {
            m_fields.remove(tag);
        }
        return this;
    }

    PlainTiff format(final int format) {
        return with(339, LongStream.generate(() -> format).limit(m_bands).toArray());
    }

    PlainTiff bigEndian() {
        m_order = ByteOrder.BIG_ENDIAN;
        return this;
    }

    PlainTiff planar() {
        m_planar = true;
        return with(284, 2);
    }

    byte[] of(final Samples samples) {
        final int bytesOfRow = (m_width * (m_planar ? 1 : m_bands) * m_bits + 7) / 8;
        final int strip = bytesOfRow * m_height;
        final int strips = m_planar ? m_bands : 1;
        m_fields.putIfAbsent(273, IntStream.range(0, strips).mapToLong(i -> 8 + i * strip).toArray());
        m_fields.putIfAbsent(279, IntStream.range(0, strips).mapToLong(i -> strip).toArray());
        final var file = ByteBuffer.allocate(8 + strip * strips + MOST + 4 * 3 * 65_536).order(m_order);
        file.put((byte)(m_order == ByteOrder.BIG_ENDIAN ? 'M' : 'I')).put(file.get(0)).putShort((short)42);
        for (int plane = 0; plane < strips; plane++) {
            for (int y = 0; y < m_height; y++) {
                row(file, 8 + plane * strip + y * bytesOfRow, plane, y * m_width, samples);
            }
        }
        final int directory = 8 + strip * strips;
        return directory(file, directory);
    }

    private void row(final ByteBuffer file, final int at, final int plane, final int first, final Samples samples) {
        final int together = m_planar ? 1 : m_bands;
        for (int i = 0; i < m_width * together; i++) {
            final long sample = samples.at(plane + i % together, first + i / together);
            switch (m_bits) {
                case 8 -> file.put(at + i, (byte)sample);
                case 16 -> file.putShort(at + 2 * i, (short)sample);
                case 32 -> file.putInt(at + 4 * i, (int)sample);
                case 64 -> file.putLong(at + 8 * i, sample);
                default -> {
                    for (int bit = 0; bit < m_bits; bit++) {
                        final int to = i * m_bits + bit;
                        final int set = (int)(sample >> m_bits - 1 - bit & 1) << 7 - to % 8;
                        file.put(at + to / 8, (byte)(file.get(at + to / 8) | set));
                    }
                }
            }
        }
    }

    private byte[] directory(final ByteBuffer file, final int at) {
        file.putInt(4, at).putShort(at, (short)m_fields.size());
        int entry = at + 2;
        int lists = at + 2 + 12 * m_fields.size() + 4;
        for (final var field : m_fields.entrySet()) {
            final long[] numbers = field.getValue();
            file.putShort(entry, field.getKey().shortValue()).putShort(entry + 2, (short)4)
                .putInt(entry + 4, numbers.length);
            if (numbers.length == 1) {
                file.putInt(entry + 8, (int)numbers[0]);
            } else {
                file.putInt(entry + 8, lists);
                for (final long number : numbers) {
                    file.putInt(lists, (int)number);
                    lists += 4;
                }
            }
            entry += 12;
        }
        final var bytes = new byte[lists];
        file.get(0, bytes);
        return bytes;
    }
}
