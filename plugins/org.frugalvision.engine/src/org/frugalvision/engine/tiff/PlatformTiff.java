// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.tiff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import javax.imageio.stream.MemoryCacheImageInputStream;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PlatformCodecs;

/** Pages of a few old packings, as the Java platform reads them: grey or RGB. */
final class PlatformTiff {

    private PlatformTiff() {
    }

    static DecodedImage read(final byte[] file, final int page) throws TiffException {
        final var warning = new AtomicReference<String>();
        final var reader = PlatformCodecs.reader("tiff");
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, false, true);
            reader.addIIOReadWarningListener((source, text) -> warning.compareAndSet(null, text));
            final var image = reader.read(Math.max(0, page));
            if (warning.get() != null) {
                throw new TiffException("its pixel data are damaged (%s)".formatted(warning.get()));
            }
            final int channels = image.getRaster().getNumBands() == 1 ? 1 : 3;
            final var shape = new ImageShape(channels, image.getHeight(), image.getWidth());
            final var values = new byte[shape.size()];
            final int area = shape.height() * shape.width();
            for (int i = 0; i < values.length; i++) {
                final int colour = image.getRGB(i % area % shape.width(), i % area / shape.width());
                values[i] = (byte)(colour >> 16 - 8 * (i / area));
            }
            return new DecodedImage(shape, values);
        } catch (final IOException | RuntimeException e) {
            // the reader answers damaged files with exceptions of every kind, whose messages may be for programmers
            throw new TiffException("its pixel data are damaged", e);
        } finally {
            reader.dispose();
        }
    }
}
