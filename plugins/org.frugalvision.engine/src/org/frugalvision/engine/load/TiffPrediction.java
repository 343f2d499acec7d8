// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Undoes horizontal differencing (TIFF 6.0, section 14) of 16 bits, in which satellites' images often come and which
 * the platform's reader knows for 8 bits only: the reader gets a copy of the file that does not mention it, and what it
 * reads are differences to the value on the left.
 */
final class TiffPrediction {

    private static final int PHOTOMETRIC = 262;

    private static final int BITS_PER_SAMPLE = 258;

    private static final int PREDICTOR = 317;

    private static final int TILE_WIDTH = 322;

    private static final int DIFFERENCES = 2;

    private static final int MASK = 0xFFFF;

    private final ByteBuffer m_tiff;

    private final int m_directory;

    private TiffPrediction(final byte[] file) {
        m_tiff = ByteBuffer.wrap(file).order(file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        m_directory = m_tiff.getInt(4);
    }

    /** Empty if the platform's reader can do it alone, or if the file is damaged, which the reader will say. */
    static Optional<TiffPrediction> of(final byte[] file) {
        try {
            final var prediction = new TiffPrediction(file.clone());
            return prediction.isNeeded() ? Optional.of(prediction) : Optional.empty();
        } catch (final IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private boolean isNeeded() {
        final int bits = entry(BITS_PER_SAMPLE);
        final int photometric = number(PHOTOMETRIC);
        return number(PREDICTOR) == DIFFERENCES && bits >= 0 && firstShort(bits) == Short.SIZE
            && (photometric == 1 || photometric == 2);
    }

    /** The file without its predictor. */
    byte[] file() {
        final int predictor = entry(PREDICTOR);
        m_tiff.putShort(predictor + 8, (short)1);
        return m_tiff.array();
    }

    /** Adds the differences up; in place. */
    void undo(final WritableRaster raster) {
        final int width = raster.getWidth();
        final int run = number(TILE_WIDTH) > 0 ? number(TILE_WIDTH) : width;
        final var line = new int[width];
        for (int band = 0; band < raster.getNumBands(); band++) {
            for (int y = 0; y < raster.getHeight(); y++) {
                raster.getSamples(0, y, width, 1, band, line);
                for (int x = 1; x < width; x++) {
                    line[x] = x % run == 0 ? line[x] : line[x] + line[x - 1] & MASK;
                }
                raster.setSamples(0, y, width, 1, band, line);
            }
        }
    }

    /** Where the entry of a tag stands; -1 if there is none. */
    private int entry(final int tag) {
        final int entries = m_tiff.getShort(m_directory) & MASK;
        for (int i = 0; i < entries; i++) {
            final int entry = m_directory + 2 + 12 * i;
            if ((m_tiff.getShort(entry) & MASK) == tag) {
                return entry;
            }
        }
        return -1;
    }

    /** The single number of a tag, of 16 or 32 bits; 0 if it is not there. */
    private int number(final int tag) {
        final int entry = entry(tag);
        if (entry < 0) {
            return 0;
        }
        return m_tiff.getShort(entry + 2) == 4 ? m_tiff.getInt(entry + 8) : m_tiff.getShort(entry + 8) & MASK;
    }

    /** The first of several numbers of 16 bits, which stand elsewhere where there are more than two. */
    private int firstShort(final int entry) {
        final boolean inPlace = m_tiff.getInt(entry + 4) <= 2;
        return m_tiff.getShort(inPlace ? entry + 8 : m_tiff.getInt(entry + 8)) & MASK;
    }
}
