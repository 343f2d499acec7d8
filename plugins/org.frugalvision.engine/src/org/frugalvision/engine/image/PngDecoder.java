// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes CHW values from a PNG file whose chunks were checked. ImageIO unpacks the samples; what they mean is decided
 * here (the rules stand at {@link PngImages}), because ImageIO's own conversions to colours differ between kinds of PNG
 * and between Java versions.
 */
final class PngDecoder {

    private final PngChunks m_png;

    private final ImageShape m_shape;

    private final byte[] m_values;

    private PngDecoder(final PngChunks png) {
        m_png = png;
        m_shape = png.shape();
        m_values = new byte[m_shape.size()];
    }

    static DecodedImage decode(final PngChunks png, final byte[] file) throws PngFormatException {
        final var decoder = new PngDecoder(png);
        decoder.decode(readSamples(file));
        return new DecodedImage(decoder.m_shape, decoder.m_values);
    }

    private static Raster readSamples(final byte[] file) throws PngFormatException {
        final var reader = PlatformCodecs.reader("png");
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            return reader.read(0).getRaster();
        } catch (final IOException | RuntimeException e) {
            // the reader answers some damages with unchecked exceptions such as IllegalArgumentException
            throw new PngFormatException("its pixel data are damaged", e);
        } finally {
            reader.dispose();
        }
    }

    private void decode(final Raster samples) throws PngFormatException {
        final int width = m_shape.width();
        int[] row = null;
        for (int y = 0; y < m_shape.height(); y++) {
            row = samples.getPixels(samples.getMinX(), samples.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                decodePixel(row, x * samples.getNumBands(), y * width + x);
            }
        }
    }

    private void decodePixel(final int[] row, final int first, final int position) throws PngFormatException {
        switch (m_png.header().colourType()) {
            case PngHeader.PALETTE -> lookUp(row[first], position);
            case PngHeader.GREY_ALPHA -> {
                for (int channel = 0; channel < 3; channel++) {
                    put(channel, position, scaled(row[first]));
                }
                put(3, position, scaled(row[first + 1]));
            }
            default -> {
                for (int channel = 0; channel < m_shape.channels(); channel++) {
                    put(channel, position, scaled(row[first + channel]));
                }
            }
        }
    }

    private void lookUp(final int colour, final int position) throws PngFormatException {
        if (3 * colour + 2 >= m_png.palette().length) {
            throw new PngFormatException(
                "a pixel has colour %d of a palette of %d".formatted(colour, m_png.palette().length / 3));
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

    /** Scaled to 0..255: exact for fewer than 8 bits, to the nearest for 16. */
    private int scaled(final int sample) {
        return switch (m_png.header().bitDepth()) {
            case 8 -> sample;
            case 16 -> (sample + 128) / 257;
            default -> sample * 255 / ((1 << m_png.header().bitDepth()) - 1);
        };
    }
}
