// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.Greys;
import org.frugalvision.engine.image.ImageShape;

/**
 * The first image of a GIF file (GIF89a) on its canvas. Read here, because the platform's reader knows no canvas and
 * loses rows of small interlaced images.
 */
final class GifFile {

    private static final int IMAGE = 0x2C;

    private static final int EXTENSION = 0x21;

    private static final int CONTROL = 0xF9;

    /** First rows and steps of the passes over an interlaced image. */
    private static final int[][] INTERLACED = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

    private static final int[][] WHOLE = {{0, 1}};

    private final ByteBuffer m_file;

    private final Canvas m_canvas;

    private final int m_width;

    private final int m_height;

    private final boolean m_interlaced;

    private final byte[] m_palette;

    private int m_transparent = -1;

    GifFile(final byte[] file) throws RejectedException {
        m_file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(6);
        try {
            final int width = m_file.getShort() & 0xFFFF;
            final int height = m_file.getShort() & 0xFFFF;
            final int flags = m_file.get();
            m_file.getShort();
            final byte[] all = palette(flags);
            toImage();
            m_canvas = new Canvas(width, height, m_file.getShort() & 0xFFFF, m_file.getShort() & 0xFFFF);
            m_width = m_file.getShort() & 0xFFFF;
            m_height = m_file.getShort() & 0xFFFF;
            final int own = m_file.get();
            m_interlaced = (own & 0x40) != 0;
            m_palette = own < 0 ? palette(own) : all;
        } catch (final BufferUnderflowException | IllegalArgumentException e) {
            throw new RejectedException("its data are damaged (it ends before its image)", e);
        }
        if (m_width == 0 || m_height == 0 || m_palette.length == 0) {
            throw new RejectedException("its data are damaged (it holds no image)");
        }
    }

    private byte[] palette(final int flags) {
        final var palette = new byte[flags < 0 ? 3 << (flags & 7) + 1 : 0];
        m_file.get(palette);
        return palette;
    }

    /** Passes over extensions, of which one names the transparent colour. */
    private void toImage() throws RejectedException {
        int block = m_file.get();
        while (block == EXTENSION) {
            if ((m_file.get() & 0xFF) == CONTROL && m_file.get(m_file.position()) == 4
                && (m_file.get(m_file.position() + 1) & 1) == 1) {
                m_transparent = m_file.get(m_file.position() + 4) & 0xFF;
            }
            int length = m_file.get() & 0xFF;
            while (length > 0) {
                m_file.position(m_file.position() + length);
                length = m_file.get() & 0xFF;
            }
            block = m_file.get();
        }
        if (block != IMAGE) {
            throw new RejectedException("its data are damaged (it holds no image)");
        }
    }

    /** Columns and rows of the canvas or of the image, whichever are more. */
    int width() {
        return Math.max(m_canvas.width(), m_canvas.left() + m_width);
    }

    int height() {
        return Math.max(m_canvas.height(), m_canvas.top() + m_height);
    }

    /** 1 channel for a palette of greys, 3 for colours, 4 where a colour is transparent or the canvas is larger. */
    DecodedImage read() throws RejectedException {
        final byte[] indices = new GifCodes(m_file).unpack(m_width * m_height);
        final int channels = m_transparent >= 0 ? 4 : Greys.only(m_palette) ? 1 : 3;
        final var shape = new ImageShape(channels, m_height, m_width);
        final var values = new byte[shape.size()];
        int from = 0;
        for (final int[] pass : m_interlaced ? INTERLACED : WHOLE) {
            for (int y = pass[0]; y < m_height; y += pass[1]) {
                for (int x = 0; x < m_width; x++) {
                    final int index = indices[from++] & 0xFF;
                    for (int channel = 0; channel < channels; channel++) {
                        values[(channel * m_height + y) * m_width + x] = value(index, channel);
                    }
                }
            }
        }
        return m_canvas.place(new DecodedImage(shape, values));
    }

    /** Colours beyond the palette are black. */
    private byte value(final int index, final int channel) {
        if (channel == 3) {
            return (byte)(index == m_transparent ? 0 : 0xFF);
        }
        return 3 * index < m_palette.length ? m_palette[3 * index + channel] : 0;
    }
}
