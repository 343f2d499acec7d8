// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.zip.InflaterInputStream;

/**
 * Makes CHW values from a PNG file whose chunks were checked. Unpacked here and not by ImageIO, whose reader scales
 * some samples twice, reads chunks that decide nothing, and differs between Java versions; the rules stand at
 * {@link PngImages}.
 */
final class PngDecoder {

    /** The passes of an interlaced image: first column, first row, steps of columns and of rows. */
    private static final int[][] INTERLACED =
        {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    /** Bytes of an image that is unpacked before it is decoded, at most. */
    private static final int MOST_AT_ONCE = 1 << 16;

    private final PngChunks m_png;

    private final int m_bits;

    private final int m_samples;

    private final ImageShape m_shape;

    private final SampleType m_type;

    private final byte[] m_values;

    private PngDecoder(final PngChunks png, final boolean deep) {
        m_png = png;
        m_bits = png.header().bitDepth();
        m_samples = png.header().samplesPerPixel();
        m_shape = new ImageShape(png.shape().channels(), png.header().height(), png.header().width());
        m_type = deep && m_bits == Short.SIZE ? SampleType.U16 : SampleType.U8;
        m_values = new byte[Math.multiplyExact(m_shape.size(), m_type.bytes())];
    }

    /** In 8 bits, or if {@code deep} in the 16 that the file may have. */
    static DecodedImage decode(final PngChunks png, final boolean deep) throws PngFormatException {
        final var decoder = new PngDecoder(png, deep);
        final var packed = png.pixels().stream().map(part -> (InputStream)new ByteArrayInputStream(part.array(),
            part.arrayOffset() + part.position(), part.remaining())).toList();
        try (var unpacked = new InflaterInputStream(new SequenceInputStream(Collections.enumeration(packed)))) {
            if (png.header().interlaced() || decoder.unpackedSize() > MOST_AT_ONCE) {
                for (final int[] pass : png.header().interlaced() ? INTERLACED : WHOLE) {
                    decoder.decode(unpacked, pass);
                }
            } else { // one native call instead of two for each row
                decoder.decode(new ByteArrayInputStream(unpacked.readNBytes((int)decoder.unpackedSize())), WHOLE[0]);
            }
        } catch (final IOException e) {
            throw new PngFormatException("its pixel data are damaged", e);
        }
        return png.orientation().apply(new DecodedImage(decoder.m_shape, decoder.m_type, decoder.m_values));
    }

    /** Bytes of the unpacked rows with their filters, if the image is not interlaced. */
    private long unpackedSize() {
        return m_shape.height() * (1 + bytesOfRow(m_shape.width()));
    }

    private long bytesOfRow(final int width) {
        return ((long)width * m_bits * m_samples + 7) / Byte.SIZE;
    }

    private void decode(final InputStream unpacked, final int[] pass) throws IOException, PngFormatException {
        final int width = (m_shape.width() - pass[0] + pass[2] - 1) / pass[2];
        if (width == 0) {
            return;
        }
        final var rows = new PngRows(unpacked, (int)bytesOfRow(width), m_bits * m_samples);
        for (int y = pass[1]; y < m_shape.height(); y += pass[3]) {
            final var row = rows.next();
            for (int x = 0; x < width; x++) {
                decodePixel(row, x * m_samples, y * m_shape.width() + pass[0] + x * pass[2]);
            }
        }
    }

    private void decodePixel(final byte[] row, final int first, final int position) throws PngFormatException {
        switch (m_png.header().colourType()) {
            case PngHeader.PALETTE -> lookUp(sample(row, first), position);
            case PngHeader.GREY_ALPHA -> {
                for (int channel = 0; channel < 3; channel++) {
                    put(channel, position, sample(row, first));
                }
                put(3, position, sample(row, first + 1));
            }
            default -> {
                final boolean key = m_png.hasKey();
                for (int channel = 0; channel < m_shape.channels() - (key ? 1 : 0); channel++) {
                    put(channel, position, sample(row, first + Math.min(channel, m_samples - 1)));
                }
                if (key) {
                    put(3, position, isKey(row, first) ? 0 : (1 << m_bits) - 1);
                }
            }
        }
    }

    private boolean isKey(final byte[] row, final int first) {
        for (int i = 0; i < m_samples; i++) {
            if (sample(row, first + i) != m_png.key(i)) {
                return false;
            }
        }
        return true;
    }

    private void lookUp(final int colour, final int position) throws PngFormatException {
        if (3 * colour + 2 >= m_png.palette().length) {
            throw new PngFormatException(
                "a pixel has color %d of a palette of %d".formatted(colour, m_png.palette().length / 3));
        }
        final int area = m_shape.height() * m_shape.width();
        for (int channel = 0; channel < Math.min(3, m_shape.channels()); channel++) {
            m_values[channel * area + position] = m_png.palette()[3 * colour + channel];
        }
        if (m_shape.channels() == 4) {
            m_values[3 * area + position] =
                colour < m_png.transparency().length ? m_png.transparency()[colour] : (byte)0xFF;
        }
    }

    private int sample(final byte[] row, final int i) {
        return switch (m_bits) {
            case Byte.SIZE -> row[i] & 0xFF;
            case Short.SIZE -> (row[2 * i] & 0xFF) << Byte.SIZE | row[2 * i + 1] & 0xFF;
            default -> {
                final int bit = i * m_bits;
                yield row[bit / Byte.SIZE] >> Byte.SIZE - m_bits - bit % Byte.SIZE & (1 << m_bits) - 1;
            }
        };
    }

    private void put(final int channel, final int position, final int sample) {
        final int to = channel * m_shape.height() * m_shape.width() + position;
        if (m_type == SampleType.U16) {
            m_values[2 * to] = (byte)(sample >> Byte.SIZE);
            m_values[2 * to + 1] = (byte)sample;
        } else {
            m_values[to] = (byte)scaled(sample);
        }
    }

    /** Scaled to 0..255: exact for fewer than 8 bits, to the nearest for 16. */
    private int scaled(final int sample) {
        return switch (m_bits) {
            case Byte.SIZE -> sample;
            case Short.SIZE -> (sample + 128) / 257;
            default -> sample * 255 / ((1 << m_bits) - 1);
        };
    }
}
