// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.webp;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;

/** A lossy image (chunk {@code VP8} of a WebP file). */
public final class LossyImage {

    private static final int BLOCK = 16;

    private static final int MODES = 10;

    private final LossyHeader m_header;

    private final int m_columns;

    private final int m_rows;

    private final Plane m_brightness;

    private final Plane m_blue;

    private final Plane m_red;

    /** Modes of the small blocks above and on the left. */
    private final int[] m_above;

    private final int[] m_left = new int[4];

    private final LoopFilter[] m_filters;

    private final boolean[] m_within;

    /**
     * Reads the header.
     *
     * @param chunk the content of the chunk; only read
     * @throws LossyException if it is damaged
     */
    public LossyImage(final ByteBuffer chunk) throws LossyException {
        m_header = new LossyHeader(chunk);
        m_columns = (m_header.width() + BLOCK - 1) / BLOCK;
        m_rows = (m_header.height() + BLOCK - 1) / BLOCK;
        m_above = new int[4 * m_columns];
        m_filters = new LoopFilter[m_columns * m_rows];
        m_within = new boolean[m_columns * m_rows];
        m_brightness = new Plane(BLOCK * m_columns, BLOCK * m_rows);
        m_blue = new Plane(BLOCK / 2 * m_columns, BLOCK / 2 * m_rows);
        m_red = new Plane(BLOCK / 2 * m_columns, BLOCK / 2 * m_rows);
    }

    private void decode() throws LossyException {
        final var coefficients = new Coefficients(m_header.odds(), m_columns);
        final var steps = new int[LossyHeader.SEGMENTS][];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = m_header.steps(i);
        }
        for (int row = 0; row < m_rows; row++) {
            coefficients.startRow();
            Arrays.fill(m_left, 0);
            for (int column = 0; column < m_columns; column++) {
                decode(row, column, coefficients, steps);
            }
            if (m_header.modes().overrun() || m_header.coefficients(row).overrun()) {
                throw new LossyException("its pixel data end too early");
            }
        }
        for (int i = 0; i < m_filters.length; i++) {
            final int x = i % m_columns;
            final int y = i / m_columns;
            m_filters[i].apply(m_brightness, BLOCK * x, BLOCK * y, BLOCK, m_within[i]);
            if (!m_filters[i].simple()) {
                m_filters[i].apply(m_blue, BLOCK / 2 * x, BLOCK / 2 * y, BLOCK / 2, m_within[i]);
                m_filters[i].apply(m_red, BLOCK / 2 * x, BLOCK / 2 * y, BLOCK / 2, m_within[i]);
            }
        }
    }

    private void decode(final int row, final int column, final Coefficients coefficients, final int[][] steps) {
        final var reader = m_header.modes();
        final int segment = m_header.readSegment();
        final boolean skipped = m_header.readSkipped();
        final boolean small = reader.bit(145) == 0;
        final var modes = new int[16];
        if (small) {
            for (int i = 0; i < modes.length; i++) {
                modes[i] = readMode(m_above[4 * column + i % 4], m_left[i / 4]);
                m_above[4 * column + i % 4] = modes[i];
                m_left[i / 4] = modes[i];
            }
        } else {
            modes[0] = reader.bit(156) == 1 ? reader.bit(128) == 1 ? Prediction.MOTION : Prediction.HORIZONTAL
                : reader.bit(163) == 1 ? Prediction.VERTICAL : Prediction.MEAN;
            Arrays.fill(m_above, 4 * column, 4 * column + 4, modes[0]);
            Arrays.fill(m_left, modes[0]);
        }
        final int colours = reader.bit(142) == 0 ? Prediction.MEAN : reader.bit(114) == 0 ? Prediction.VERTICAL
            : reader.bit(183) == 1 ? Prediction.MOTION : Prediction.HORIZONTAL;
        boolean any = false;
        if (skipped) {
            coefficients.skip(column, small);
        } else {
            any = coefficients.read(m_header.coefficients(row), column, small, steps[segment]);
        }
        m_filters[row * m_columns + column] = m_header.filter(segment, small);
        m_within[row * m_columns + column] = small || any;
        addBrightness(column, row, small, modes, coefficients.values());
        addColours(m_blue, column, row, colours, coefficients.values(), 16);
        addColours(m_red, column, row, colours, coefficients.values(), 20);
    }

    /** A tree: each answer is the next question, or the mode (RFC 6386, section 11.2). */
    private int readMode(final int above, final int left) {
        final var reader = m_header.modes();
        final int odds = (above * MODES + left) * (MODES - 1);
        final int[] o = LossyTables.MODES;
        if (reader.bit(o[odds]) == 0) {
            return Prediction.MEAN;
        }
        if (reader.bit(o[odds + 1]) == 0) {
            return Prediction.MOTION;
        }
        if (reader.bit(o[odds + 2]) == 0) {
            return Prediction.VERTICAL;
        }
        if (reader.bit(o[odds + 3]) == 0) {
            return reader.bit(o[odds + 4]) == 0 ? Prediction.HORIZONTAL : 5 + reader.bit(o[odds + 5]);
        }
        if (reader.bit(o[odds + 6]) == 0) {
            return 4;
        }
        return reader.bit(o[odds + 7]) == 0 ? 7 : 8 + reader.bit(o[odds + 8]);
    }

    private void addBrightness(final int column, final int row, final boolean small, final int[] modes,
        final int[] values) {
        final int left = BLOCK * column;
        final int top = BLOCK * row;
        if (!small) {
            Prediction.whole(m_brightness, left, top, BLOCK, modes[0]);
        }
        for (int i = 0; i < 16; i++) {
            final int x = left + i % 4 * 4;
            final int y = top + i / 4 * 4;
            if (small) {
                Prediction.small(m_brightness, x, y, modes[i], corner(left, top, i, column));
            }
            m_brightness.add(values, 16 * i, x, y);
        }
    }

    /** What stands above on the right: for the last column of parts always what stands above the block. */
    private int[] corner(final int left, final int top, final int part, final int column) {
        final boolean outside = part % 4 == 3;
        final int y = outside ? top - 1 : top + part / 4 * 4 - 1;
        final var corner = new int[4];
        for (int i = 0; i < corner.length; i++) {
            final int x = left + part % 4 * 4 + 4 + i;
            corner[i] = m_brightness.get(outside && column == m_columns - 1 && top > 0 ? left + 15 : x, y);
        }
        return corner;
    }

    private static void addColours(final Plane plane, final int column, final int row, final int mode,
        final int[] values, final int first) {
        final int left = BLOCK / 2 * column;
        final int top = BLOCK / 2 * row;
        Prediction.whole(plane, left, top, BLOCK / 2, mode);
        for (int i = 0; i < 4; i++) {
            plane.add(values, 16 * (first + i), left + i % 2 * 4, top + i / 2 * 4);
        }
    }

    /** @return columns of pixels */
    public int width() {
        return m_header.width();
    }

    /** @return rows of pixels */
    public int height() {
        return m_header.height();
    }

    /**
     * Decodes the pixels, once. Colours have half the resolution: each counts for four pixels. Cost: O(values).
     *
     * @return 3 channels (RGB)
     * @throws LossyException if the data are incomplete
     */
    public DecodedImage read() throws LossyException {
        decode();
        final var shape = new ImageShape(3, m_header.height(), m_header.width());
        final int area = shape.height() * shape.width();
        final var values = new byte[shape.size()];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                final int bright = m_brightness.get(x, y) * 19_077 >> 8;
                final int blue = m_blue.get(x / 2, y / 2);
                final int red = m_red.get(x / 2, y / 2);
                final int to = y * shape.width() + x;
                values[to] = (byte)Plane.clipped(bright + (red * 26_149 >> 8) - 14_234 >> 6);
                values[area + to] =
                    (byte)Plane.clipped(bright - (blue * 6419 >> 8) - (red * 13_320 >> 8) + 8708 >> 6);
                values[2 * area + to] = (byte)Plane.clipped(bright + (blue * 33_050 >> 8) - 17_685 >> 6);
            }
        }
        return new DecodedImage(shape, values);
    }
}
