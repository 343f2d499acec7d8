// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

/**
 * Brings the samples of all segments of a page into one array: CHW, each with its highest byte first. Unsigned integers
 * of fewer than 8 bits become the same share of 255, of 9 to 15 bits of 65,535, rounded to the nearest; indices of a
 * palette stay as they are.
 */
final class SampleReader {

    private final TiffBytes m_file;

    private final TiffDirectory m_fields;

    private final TiffLayout m_layout;

    private final Packing m_packing;

    private final Prediction m_prediction;

    private final int m_bytes;

    private final byte[] m_samples;

    private SampleReader(final TiffBytes file, final TiffDirectory fields, final TiffLayout layout,
        final Packing packing) throws TiffException {
        m_file = file;
        m_fields = fields;
        m_layout = layout;
        m_packing = packing;
        m_prediction = packing == Packing.JPEG ? null : Prediction.of(fields, layout);
        m_bytes = (layout.bits() + 7) / Byte.SIZE;
        final double pixels = (double)layout.width() * layout.height() * layout.bands();
        final double size = pixels * m_bytes;
        final double segment = (double)layout.bytesOfRow() * layout.segmentHeight();
        final long most = packing.largestGrowth() * file.length();
        if (Math.max(size, segment) > Integer.MAX_VALUE || Math.max(pixels * layout.bits() / 8, segment) > most) {
            throw new TiffException("it announces more pixels than its data can hold");
        }
        m_samples = new byte[(int)size];
    }

    static byte[] read(final TiffBytes file, final TiffDirectory fields, final TiffLayout layout,
        final Packing packing) throws TiffException {
        final var reader = new SampleReader(file, fields, layout, packing);
        int segment = 0;
        for (int plane = 0; plane < (layout.planar() ? layout.bands() : 1); plane++) {
            for (int down = 0; down < layout.down(); down++) {
                for (int across = 0; across < layout.across(); across++) {
                    reader.read(segment++, plane, across * layout.segmentWidth(), down * layout.segmentHeight());
                }
            }
        }
        return reader.m_samples;
    }

    private void read(final int segment, final int plane, final int left, final int top) throws TiffException {
        final long count = segment < m_layout.counts().length && m_layout.counts()[segment] > 0
            ? m_layout.counts()[segment] : m_file.length();
        final byte[] packed = m_file.copy(m_layout.offsets()[segment], count);
        if (m_packing == Packing.JPEG) {
            place(JpegSegment.decode(packed, tables(), m_layout), m_layout.segmentWidth() * m_layout.bandsTogether(),
                plane, left, top);
            return;
        }
        if (m_fields.number(TiffTag.FILL_ORDER, 1) == 2) {
            for (int i = 0; i < packed.length; i++) {
                packed[i] = (byte)(Integer.reverse(packed[i]) >>> Integer.SIZE - Byte.SIZE);
            }
        }
        final int bytesOfRow = (int)m_layout.bytesOfRow();
        final int rows = m_layout.rows(top);
        final byte[] plain = m_packing.unpack(packed, bytesOfRow * rows);
        for (int row = 0; row < rows; row++) {
            m_prediction.undo(plain, row * bytesOfRow, bytesOfRow, m_file.isLittleEndian());
        }
        place(plain, bytesOfRow, plane, left, top);
    }

    private byte[] tables() {
        final long[] numbers = m_fields.numbers(TiffTag.JPEG_TABLES);
        final var tables = new byte[numbers.length];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = (byte)numbers[i];
        }
        return tables;
    }

    private void place(final byte[] plain, final int bytesOfRow, final int plane, final int left, final int top) {
        final int together = m_layout.bandsTogether();
        final int columns = Math.min(m_layout.segmentWidth(), m_layout.width() - left);
        final int rows = Math.min(m_layout.segmentHeight(), m_layout.height() - top);
        final int area = m_layout.width() * m_layout.height();
        for (int band = 0; band < together; band++) {
            for (int y = 0; y < rows; y++) {
                int to = ((plane + band) * area + (top + y) * m_layout.width() + left) * m_bytes;
                if (m_layout.bits() % Byte.SIZE == 0) {
                    int from = y * bytesOfRow + band * m_bytes;
                    for (int x = 0; x < columns; x++) {
                        for (int i = 0; i < m_bytes; i++) {
                            m_samples[to++] = plain[from + i];
                        }
                        from += together * m_bytes;
                    }
                } else {
                    for (int x = 0; x < columns; x++) {
                        to = put(sample(plain, y * bytesOfRow, x * together + band), to);
                    }
                }
            }
        }
    }

    private int sample(final byte[] plain, final int row, final int i) {
        final int bits = m_layout.bits();
        int sample = 0;
        int bit = i * bits;
        for (int left = bits; left > 0;) {
            final int taken = Math.min(left, Byte.SIZE - bit % Byte.SIZE);
            final int part = (plain[row + bit / Byte.SIZE] & 0xFF) >> Byte.SIZE - bit % Byte.SIZE - taken;
            sample = sample << taken | part & (1 << taken) - 1;
            bit += taken;
            left -= taken;
        }
        return sample;
    }

    private int put(final int sample, final int to) {
        final int most = (1 << m_layout.bits()) - 1;
        final int largest = m_bytes == 1 ? 0xFF : 0xFFFF;
        final int value = m_layout.photometric() == Photometric.PALETTE ? sample
            : (int)(((long)sample * largest * 2 + most) / (2L * most));
        if (m_bytes == 1) {
            m_samples[to] = (byte)value;
        } else {
            m_samples[to] = (byte)(value >> Byte.SIZE);
            m_samples[to + 1] = (byte)value;
        }
        return to + m_bytes;
    }
}
