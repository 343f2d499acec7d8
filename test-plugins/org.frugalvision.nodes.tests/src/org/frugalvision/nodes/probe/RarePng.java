// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

import org.frugalvision.engine.image.ImageShape;

/** PNG files of kinds that we never write: of 16 bits, or with a palette. */
final class RarePng {

    private RarePng() {
    }

    /** The first channel, stored as a picture of that type of {@link BufferedImage}: as 16 bits or as palette index. */
    static byte[] of(final int type, final ImageShape shape, final byte[] values) {
        final var image = new BufferedImage(shape.width(), shape.height(), type);
        for (int i = 0; i < shape.height() * shape.width(); i++) {
            final int value = values[i] & 0xFF;
            image.getRaster().setSample(i % shape.width(), i / shape.width(), 0,
                type == BufferedImage.TYPE_USHORT_GRAY ? 257 * value : value);
        }
        final var file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", file)) {
                throw new IllegalStateException("Every Java platform must write PNG.");
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
