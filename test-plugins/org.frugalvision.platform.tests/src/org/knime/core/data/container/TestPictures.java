// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

import javax.imageio.ImageIO;

/** PNG files of a wanted size. */
public final class TestPictures {

    private static final byte[] SMALLEST = encode();

    private TestPictures() {
    }

    /** A 2 x 1 picture, followed by as many random bytes, which PNG readers ignore, as the file shall be longer. */
    public static byte[] ofSize(final int bytes, final long seed) {
        final byte[] file = new byte[bytes];
        new Random(seed).nextBytes(file);
        System.arraycopy(SMALLEST, 0, file, 0, SMALLEST.length);
        return file;
    }

    private static byte[] encode() {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        } catch (final IOException ex) {
            throw new IllegalStateException(ex);
        }
        return out.toByteArray();
    }
}
