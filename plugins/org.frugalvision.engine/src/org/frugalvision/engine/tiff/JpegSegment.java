// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.stream.MemoryCacheImageInputStream;

import org.frugalvision.engine.image.PlatformCodecs;

/** A strip or tile that is a JPEG image without its tables (Adobe's technical note 2 on TIFF). */
final class JpegSegment {

    private JpegSegment() {
    }

    /** The samples of a whole segment as they are stored, the bands of a pixel side by side. */
    static byte[] decode(final byte[] jpeg, final byte[] tables, final TiffLayout layout) throws TiffException {
        final int bands = layout.bandsTogether();
        if (layout.bits() != Byte.SIZE) {
            throw new TiffException("it is packed by JPEG with %s, which is not read".formatted(layout.samples()));
        }
        final var warning = new AtomicReference<String>();
        final var reader = PlatformCodecs.reader("jpeg");
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(whole(jpeg, tables)))) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, text) -> warning.compareAndSet(null, text));
            if (reader.getWidth(0) > layout.segmentWidth() || reader.getHeight(0) > layout.segmentHeight()) {
                throw new TiffException("its JPEG segments are larger than it says");
            }
            final var raster = reader.readRaster(0, null);
            if (warning.get() != null || raster.getNumBands() != bands) {
                throw new TiffException("its pixel data are damaged (%s)".formatted(
                    warning.get() == null ? raster.getNumBands() + " bands" : warning.get()));
            }
            final var samples = new byte[layout.segmentWidth() * layout.segmentHeight() * bands];
            for (int y = 0; y < raster.getHeight(); y++) {
                final var row = (byte[])raster.getDataElements(0, y, raster.getWidth(), 1, null);
                System.arraycopy(row, 0, samples, y * layout.segmentWidth() * bands, row.length);
            }
            return samples;
        } catch (final IOException | RuntimeException e) {
            // the reader answers damaged files with exceptions of every kind, whose messages may be for programmers
            throw new TiffException("its pixel data are damaged", e);
        } finally {
            reader.dispose();
        }
    }

    /** The tables, but for their end, then the image, but for its start. */
    private static byte[] whole(final byte[] jpeg, final byte[] tables) {
        if (tables.length < 4 || jpeg.length < 2) {
            return jpeg;
        }
        final var whole = new ByteArrayOutputStream();
        whole.write(tables, 0, tables.length - 2);
        whole.write(jpeg, 2, jpeg.length - 2);
        return whole.toByteArray();
    }
}
