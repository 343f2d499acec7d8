// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

/**
 * Makes the rows of a segment plain: samples of 16 bits or more with their highest byte first, and not as differences
 * to the sample on the left (TIFF 6.0, section 14; Adobe's technical note 3 for floating-point numbers).
 *
 * @param bytes of a sample
 * @param bands that stand side by side
 * @param kind 1 = none, 2 = differences, 3 = differences of the bytes of floating-point numbers, sorted by weight
 */
record Prediction(int bytes, int bands, int kind) {

    private static final int NONE = 1;

    private static final int DIFFERENCES = 2;

    private static final int FLOATS = 3;

    static Prediction of(final TiffDirectory fields, final TiffLayout layout) throws TiffException {
        final long kind = fields.number(TiffTag.PREDICTOR, NONE);
        final boolean known = kind == NONE || kind == DIFFERENCES && layout.bits() % Byte.SIZE == 0
            || kind == FLOATS && layout.format() == SampleFormat.FLOAT;
        if (!known) {
            throw new TiffException("its values are predicted by method %d for %s, which is not read".formatted(kind,
                layout.samples()));
        }
        return new Prediction(Math.max(1, layout.bits() / Byte.SIZE), layout.bandsTogether(), (int)kind);
    }

    /** Makes a row plain, in place. */
    void undo(final byte[] segment, final int from, final int length, final boolean littleEndian) {
        if (kind == FLOATS) {
            for (int i = from + bands; i < from + length; i++) {
                segment[i] += segment[i - bands];
            }
            sort(segment, from, length, littleEndian);
            return;
        }
        if (littleEndian && bytes > 1) {
            for (int i = from; i + bytes <= from + length; i += bytes) {
                reverse(segment, i);
            }
        }
        if (kind == DIFFERENCES) {
            for (int i = from + bands * bytes; i + bytes <= from + length; i += bytes) {
                add(segment, i, i - bands * bytes);
            }
        }
    }

    private void reverse(final byte[] segment, final int from) {
        for (int i = 0; i < bytes / 2; i++) {
            final byte low = segment[from + i];
            segment[from + i] = segment[from + bytes - 1 - i];
            segment[from + bytes - 1 - i] = low;
        }
    }

    private void add(final byte[] segment, final int to, final int left) {
        int carry = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            carry += (segment[to + i] & 0xFF) + (segment[left + i] & 0xFF);
            segment[to + i] = (byte)carry;
            carry >>= Byte.SIZE;
        }
    }

    /**
     * The highest bytes of all samples of the row stand first, then the next. In files with the high byte first
     * libtiff, and with it nearly every program, begins with the lowest instead.
     */
    private void sort(final byte[] segment, final int from, final int length, final boolean littleEndian) {
        final var sorted = new byte[length];
        final int samples = length / bytes;
        for (int i = 0; i < samples; i++) {
            for (int part = 0; part < bytes; part++) {
                final int place = littleEndian ? part : bytes - 1 - part;
                sorted[i * bytes + place] = segment[from + part * samples + i];
            }
        }
        System.arraycopy(sorted, 0, segment, from, length);
    }
}
