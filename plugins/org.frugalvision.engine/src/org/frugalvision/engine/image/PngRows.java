// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks pixel data row by row and takes the filters off. */
final class PngRows implements AutoCloseable {

    /** Packed data can grow at most by this factor (deflate: 258 bytes from 2 bits). */
    private static final long LARGEST_GROWTH = 1032;

    private final Inflater m_inflater = new Inflater();

    private final int m_distance;

    private byte[] m_row = {};

    private byte[] m_above = {};

    private PngRows(final byte[] packed, final int distance) {
        m_inflater.setInput(packed);
        m_distance = distance;
    }

    static PngRows of(final PngChunks png) throws PngFormatException {
        final var header = png.header();
        if ((long)header.rowBytes(header.width()) * header.height() > LARGEST_GROWTH * png.packed().length) {
            throw new PngFormatException("its header announces more pixels than its data can hold");
        }
        return new PngRows(png.packed(), header.filterDistance());
    }

    /** Starts an image, or a pass of an interlaced one, whose rows have so many bytes. */
    void startPass(final int rowBytes) {
        m_row = new byte[rowBytes];
        m_above = new byte[rowBytes];
    }

    /** The next row, valid until the next call. */
    byte[] next() throws PngFormatException {
        final var swap = m_above;
        m_above = m_row;
        m_row = swap;
        final var type = new byte[1];
        inflate(type);
        inflate(m_row);
        if (type[0] < 0 || type[0] >= PngFilters.COUNT) {
            throw new PngFormatException("a row has the unknown filter " + (type[0] & 0xFF));
        }
        for (int i = 0; type[0] != 0 && i < m_row.length; i++) {
            final boolean first = i < m_distance;
            m_row[i] += (byte)PngFilters.predict(type[0], first ? 0 : m_row[i - m_distance] & 0xFF, m_above[i] & 0xFF,
                first ? 0 : m_above[i - m_distance] & 0xFF);
        }
        return m_row;
    }

    @Override
    public void close() {
        m_inflater.end();
    }

    private void inflate(final byte[] target) throws PngFormatException {
        int done = 0;
        while (done < target.length) {
            final int count;
            try {
                count = m_inflater.inflate(target, done, target.length - done);
            } catch (final DataFormatException e) {
                throw new PngFormatException("its packed data are damaged", e);
            }
            if (count == 0) {
                throw new PngFormatException("its packed data end early");
            }
            done += count;
        }
    }
}
