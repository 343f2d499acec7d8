// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.InflaterInputStream;

import javax.imageio.ImageIO;

import org.junit.Test;

/** PNG files that others read, too. */
public final class PngEncoderTest {

    private static final int HEIGHT = 19;

    private static final int WIDTH = 23;

    /** Signature, header chunk, length and name of the chunk of pixels. */
    private static final int BEFORE_PIXELS = 8 + 25 + 8;

    /** Pictures that one filter each suits best; the last one holds strips of all. */
    private enum Picture {
        NOISE, ACROSS, DOWN, BOTH, MIXED;

        int value(final int y, final int x, final int noise) {
            return switch (this) {
                case NOISE -> noise;
                case ACROSS -> noise % 200 + 11 * x % 250;
                case DOWN -> x * x * 37 + y;
                case BOTH -> 60 * y + 40 * x + noise % 3;
                case MIXED -> values()[y * 4 / HEIGHT].value(y, x, noise);
            };
        }

        byte[] values(final ImageShape shape) {
            final Random random = new Random(ordinal());
            final byte[] values = new byte[shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte)value(i / WIDTH % HEIGHT, i % WIDTH, random.nextInt(256));
            }
            return values;
        }
    }

    @Test
    public void othersReadTheValues() throws Exception {
        for (final int channels : new int[]{1, 3, 4}) {
            for (final Picture picture : Picture.values()) {
                final var shape = new ImageShape(channels, HEIGHT, WIDTH);
                final byte[] values = picture.values(shape);

                final Raster raster =
                    ImageIO.read(new ByteArrayInputStream(PngImages.encode(shape, values))).getRaster();

                assertEquals(channels, raster.getNumBands());
                for (int i = 0; i < values.length; i++) {
                    final int pixel = i % (HEIGHT * WIDTH);
                    assertEquals(picture + " " + channels, values[i] & 0xFF,
                        raster.getSample(pixel % WIDTH, pixel / WIDTH, i / (HEIGHT * WIDTH)));
                }
            }
        }
    }

    @Test
    public void allFiltersAreTaken() throws Exception {
        final Set<Integer> filters = new TreeSet<>();
        for (final Picture picture : Picture.values()) {
            final byte[] png =
                PngImages.encode(new ImageShape(1, HEIGHT, WIDTH), picture.values(new ImageShape(1, HEIGHT, WIDTH)));
            try (var rows = new InflaterInputStream(
                new ByteArrayInputStream(Arrays.copyOfRange(png, BEFORE_PIXELS, png.length)))) {
                final byte[] unpacked = rows.readNBytes(HEIGHT * (WIDTH + 1));
                for (int y = 0; y < HEIGHT; y++) {
                    filters.add((int)unpacked[y * (WIDTH + 1)]);
                }
            }
        }

        assertEquals(Set.of(0, 1, 2, 3, 4), filters);
    }

    @Test
    public void evenPicturesAreSmall() {
        final var shape = new ImageShape(3, 100, 100);
        final byte[] ramp = new byte[shape.size()];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte)(i % 100 + i / 100 % 100);
        }

        assertTrue(PngImages.encode(shape, ramp).length < 1000);
        assertTrue(PngImages.encode(shape, new byte[shape.size()]).length < 200);
    }
}
