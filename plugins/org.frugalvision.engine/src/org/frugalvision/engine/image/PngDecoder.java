// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** Makes CHW values from the chunks of a PNG file; the rules stand at {@link PngImages}. */
final class PngDecoder {

    /** The passes of an interlaced image (Adam7): first column, first row, column step, row step. */
    private static final int[][] ADAM7 = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4},
        {1, 0, 2, 2}, {0, 1, 1, 2}};

    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    private final PngChunks m_png;

    private final PngHeader m_header;

    private final ImageShape m_shape;

    private final byte[] m_values;

    private PngDecoder(final PngChunks png) {
        m_png = png;
        m_header = png.header();
        m_shape = png.shape();
        m_values = new byte[m_shape.size()];
    }

    static DecodedImage decode(final PngChunks png) throws PngFormatException {
        try (var rows = PngRows.of(png)) {
            final var decoder = new PngDecoder(png);
            for (final int[] pass : png.header().interlaced() ? ADAM7 : ONE_PASS) {
                decoder.decodePass(rows, pass[0], pass[1], pass[2], pass[3]);
            }
            return new DecodedImage(decoder.m_shape, decoder.m_values);
        }
    }

    private void decodePass(final PngRows rows, final int firstX, final int firstY, final int stepX, final int stepY)
        throws PngFormatException {
        final int pixels = (m_header.width() - firstX + stepX - 1) / stepX;
        if (pixels <= 0) {
            return;
        }
        rows.startPass(m_header.rowBytes(pixels));
        for (int y = firstY; y < m_header.height(); y += stepY) {
            final var row = rows.next();
            for (int i = 0; i < pixels; i++) {
                decodePixel(row, i, y * m_header.width() + firstX + i * stepX);
            }
        }
    }

    private void decodePixel(final byte[] row, final int i, final int position) throws PngFormatException {
        switch (m_header.colourType()) {
            case PngHeader.PALETTE -> lookUp(sample(row, i), position);
            case PngHeader.GREY_ALPHA -> {
                for (int channel = 0; channel < 3; channel++) {
                    put(channel, position, scaled(sample(row, 2 * i)));
                }
                put(3, position, scaled(sample(row, 2 * i + 1)));
            }
            default -> {
                final int channels = m_shape.channels();
                for (int channel = 0; channel < channels; channel++) {
                    put(channel, position, scaled(sample(row, i * channels + channel)));
                }
            }
        }
    }

    private void lookUp(final int colour, final int position) throws PngFormatException {
        if (3 * colour + 2 >= m_png.palette().length) {
            throw new PngFormatException("a pixel has colour %d, but its palette has %d".formatted(colour,
                m_png.palette().length / 3));
        }
        for (int channel = 0; channel < 3; channel++) {
            put(channel, position, m_png.palette()[3 * colour + channel]);
        }
        if (m_shape.channels() == 4) {
            put(3, position, colour < m_png.transparency().length ? m_png.transparency()[colour] : 0xFF);
        }
    }

    private void put(final int channel, final int position, final int value) {
        m_values[channel * m_shape.height() * m_shape.width() + position] = (byte)value;
    }

    /** Sample {@code i} of a row as an unsigned number of {@code bitDepth} bits. */
    private int sample(final byte[] row, final int i) {
        final int bits = m_header.bitDepth();
        if (bits == 8) {
            return row[i] & 0xFF;
        }
        if (bits == 16) {
            return (row[2 * i] & 0xFF) << 8 | row[2 * i + 1] & 0xFF;
        }
        final int perByte = 8 / bits;
        return (row[i / perByte] & 0xFF) >> 8 - bits * (i % perByte + 1) & (1 << bits) - 1;
    }

    /** Scaled to 0..255: exact for fewer than 8 bits, to the nearest for 16. */
    private int scaled(final int sample) {
        return switch (m_header.bitDepth()) {
            case 8 -> sample;
            case 16 -> (sample + 128) / 257;
            default -> sample * 255 / ((1 << m_header.bitDepth()) - 1);
        };
    }
}
