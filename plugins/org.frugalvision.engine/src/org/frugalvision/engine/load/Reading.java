// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What is wanted of a reader that has been set to a file of acceptable size.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
interface Reading<T> {

    T of(ImageReader reader) throws IOException, RejectedException;

    /** Reads and refuses what is too large, or what the reader warns of. */
    static <T> T of(final ImageFormat format, final byte[] file, final long mostPixels, final Reading<T> reading)
        throws IOException, RejectedException {
        final var warnings = new FirstWarning();
        final var reader = Readers.of(format);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, false, true);
            reader.addIIOReadWarningListener(warnings);
            checkSize(reader.getWidth(0), reader.getHeight(0), mostPixels);
            final T result = reading.of(reader);
            if (warnings.text().isPresent()) {
                throw new RejectedException("its data are damaged (%s)".formatted(warnings.text().get()));
            }
            return result;
        } finally {
            reader.dispose();
        }
    }

    /** Refuses images of more pixels. */
    static void checkSize(final long width, final long height, final long mostPixels) throws RejectedException {
        if (width * height > mostPixels) {
            throw new RejectedException("it has %d x %d pixels, more than the limit of %d".formatted(width, height,
                mostPixels));
        }
    }
}
