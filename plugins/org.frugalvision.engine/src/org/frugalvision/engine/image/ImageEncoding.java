// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures into memory. */
final class ImageEncoding {

    private ImageEncoding() {
    }

    /** {@code format} is its name for ImageIO. */
    static byte[] write(final BufferedImage image, final String format) {
        final var writer = PlatformCodecs.writer(format);
        final var file = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (final IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail.", e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
