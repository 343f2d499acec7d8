// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** The canvas of GIF files, and their end. */
public final class GifFileTest {

    private static final long LIMIT = 1_000;

    @Test
    public void showsASmallImageOnItsCanvas() throws Exception {
        final byte[] file = gif();
        final var image = ImageFiles.decode(file, LIMIT);

        final var shown = ImageFiles.decode(on(file, 9, 8, 4, 3), LIMIT);

        assertEquals(new ImageShape(4, 8, 9), shown.shape());
        for (int channel = 0; channel < 4; channel++) {
            for (int y = 0; y < 8; y++) {
                for (int x = 0; x < 9; x++) {
                    final boolean inside = x >= 4 && x < 7 && y >= 3 && y < 5;
                    final int value = !inside ? 0 : channel == 3 ? 255 : image.value(channel * 6 + (y - 3) * 3 + x - 4);
                    assertEquals(value, shown.value((channel * 8 + y) * 9 + x));
                }
            }
        }
    }

    @Test
    public void aCanvasWithoutSizeIsTheImage() throws Exception {
        assertTrue(ImageFiles.decode(on(gif(), 0, 0, 0, 0), LIMIT).sameAs(ImageFiles.decode(gif(), LIMIT)));
    }

    @Test
    public void aCanvasAboveTheLimitIsRejected() throws Exception {
        final byte[] file = on(gif(), 60_000, 50_000, 0, 0);

        assertEquals("it has 60000 x 50000 pixels, more than the limit of 1000",
            assertThrows(RejectedException.class, () -> ImageFiles.decode(file, LIMIT)).getMessage());
    }

    @Test
    public void readsFilesWithoutTheirEnd() throws Exception {
        final byte[] file = gif();

        assertTrue(ImageFiles.decode(Arrays.copyOf(file, file.length - 1), LIMIT)
            .sameAs(ImageFiles.decode(file, LIMIT)));
    }

    @Test
    public void refusesPixelsThatAreMissing() throws Exception {
        final byte[] file = gif();
        // the last bytes only say that this is the end
        for (int cut = 5; cut < file.length; cut++) {
            final byte[] part = Arrays.copyOf(file, file.length - cut);
            assertThrows("cut " + cut, RejectedException.class, () -> ImageFiles.decode(part, LIMIT));
        }
    }

    /** The writer interlaces: of small images some passes are empty. */
    @Test
    public void readsInterlacedImagesOfEveryHeight() throws Exception {
        for (int height = 1; height < 20; height++) {
            final byte[] file = gif(3, height);
            assertEquals("interlaced", 0x40, file[image(file) + 9] & 0x40);

            final var image = ImageFiles.decode(file, LIMIT);

            assertEquals(new ImageShape(3, height, 3), image.shape());
            for (int i = 0; i < 9 * height; i++) {
                assertEquals(colour(i % (3 * height)) >> 16 - 8 * (i / (3 * height)) & 0xFF, image.value(i));
            }
        }
    }

    @Test
    public void unpacksLongStringsAndFullTables() throws Exception {
        final var drawn = new BufferedImage(200, 150, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 30_000; i++) {
            drawn.getRaster().setSample(i % 200, i / 200, 0, i < 10_000 ? 7 : i * 7919 / 13 % 256);
        }
        final var file = new ByteArrayOutputStream();
        ImageIO.write(drawn, "gif", file);

        final var image = ImageFiles.decode(file.toByteArray(), 30_000);

        for (int i = 0; i < 30_000; i++) {
            assertEquals(drawn.getRaster().getSample(i % 200, i / 200, 0), image.value(i));
        }
    }

    /** Three by two pixels of six colours. */
    private static byte[] gif() throws IOException {
        return gif(3, 2);
    }

    private static int colour(final int i) {
        return 0x041907 * (i + 1);
    }

    private static byte[] gif(final int width, final int height) throws IOException {
        final var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            drawn.setRGB(i % width, i / width, colour(i));
        }
        final var file = new ByteArrayOutputStream();
        ImageIO.write(drawn, "gif", file);
        return file.toByteArray();
    }

    private static byte[] on(final byte[] gif, final int width, final int height, final int left, final int top) {
        final var file = ByteBuffer.wrap(gif.clone()).order(ByteOrder.LITTLE_ENDIAN);
        final int image = image(gif);
        return file.putShort(6, (short)width).putShort(8, (short)height).putShort(image + 1, (short)left)
            .putShort(image + 3, (short)top).array();
    }

    /** Where the image begins, after the one extension that the writer makes. */
    private static int image(final byte[] gif) {
        int image = 13 + (gif[10] < 0 ? 3 << (gif[10] & 7) + 1 : 0);
        while (gif[image] != 0x2C) {
            image += 8;
        }
        return image;
    }
}
