// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** JPEG files with more, less and other things beside their pixels. */
public final class JpegImagesTest {

    private static final long LIMIT = 10_000;

    private static final int[] ADOBE = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};

    @Test
    public void coloursAreThoseOfThePlatform() throws Exception {
        for (final boolean progressive : new boolean[]{false, true}) {
            final byte[] file = jpeg(BufferedImage.TYPE_3BYTE_BGR, progressive);
            final var expected = ImageIO.read(new ByteArrayInputStream(file));

            final var image = ImageFiles.decode(file, LIMIT);

            assertEquals(new ImageShape(3, 37, 53), image.shape());
            for (int i = 0; i < image.shape().size(); i++) {
                final int pixel = i % (37 * 53);
                assertEquals(expected.getRGB(pixel % 53, pixel / 53) >> 16 - 8 * (i / (37 * 53)) & 0xFF,
                    image.value(i));
            }
        }
    }

    @Test
    public void greysAreThoseOfThePlatform() throws Exception {
        final byte[] file = jpeg(BufferedImage.TYPE_BYTE_GRAY, false);
        final var expected = ImageIO.read(new ByteArrayInputStream(file)).getRaster();

        final var image = ImageFiles.decode(file, LIMIT);

        assertEquals(new ImageShape(1, 37, 53), image.shape());
        for (int i = 0; i < image.shape().size(); i++) {
            assertEquals(expected.getSample(i % 53, i / 53, 0), image.value(i));
        }
    }

    @Test
    public void ignoresWhateverStandsBesideThePixels() throws Exception {
        final byte[] plain = jpeg(BufferedImage.TYPE_3BYTE_BGR, false);
        final var expected = ImageFiles.decode(plain, LIMIT);
        final int[] profile = {'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, 1, 1, 9, 9, 9};
        final int[] exif = {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 99, 99};

        final byte[][] files = {with(plain, 0xE2, profile), with(with(plain, 0xE2, profile), 0xE2, profile),
            with(plain, 0xE2), with(plain, 0xE1, exif), with(plain, 0xE0, 'J', 'F', 'X', 'X', 0, 0x10, 1),
            with(plain, 0xFE, 'h', 'i'), insert(plain, 2 + 18, 5, 7, 9), before(plain, 0xDB, 0, 1, 2, 3),
            insert(plain, plain.length - 2, 17, 33, 129, 11)};
        for (final byte[] file : files) {
            assertTrue(ImageFiles.decode(file, LIMIT).sameAs(expected));
        }
    }

    /** Some programs write no JFIF but names of colours or Adobe's marker. */
    @Test
    public void tellsRgbFromDifferencesAsOtherProgramsDo() throws Exception {
        final byte[] jfif = jpeg(BufferedImage.TYPE_3BYTE_BGR, false);
        final byte[] bare = insert(Arrays.copyOfRange(jfif, 20, jfif.length), 0, 0xFF, 0xD8);
        final var colours = ImageFiles.decode(jfif, LIMIT);
        final var differences = ImageFiles.decode(with(bare, 0xEE, ADOBE), LIMIT);

        assertTrue(ImageFiles.decode(bare, LIMIT).sameAs(colours));
        assertTrue(ImageFiles.decode(with(jfif, 0xEE, ADOBE), LIMIT).sameAs(colours));
        final int area = 37 * 53;
        for (int i = 0; i < area; i++) {
            final double red = differences.value(i) + 1.402 * (differences.value(2 * area + i) - 128);
            assertEquals(Math.max(0, Math.min(255, red)), colours.value(i), 0.5001);
        }
        assertTrue(ImageFiles.decode(named(bare), LIMIT).sameAs(differences));
    }

    /** The colours of the frame and of the scan are called R, G and B. */
    private static byte[] named(final byte[] bare) {
        final var named = bare.clone();
        for (int i = 0; i + 20 < named.length; i++) {
            final boolean frame = named[i] == -1 && named[i + 1] == (byte)0xC0;
            if (frame || named[i] == -1 && named[i + 1] == (byte)0xDA) {
                for (int colour = 0; colour < 3; colour++) {
                    named[i + (frame ? 10 + 3 * colour : 5 + 2 * colour)] = (byte)"RGB".charAt(colour);
                }
            }
        }
        return named;
    }

    /** All programs store light instead of inks, whether Adobe's marker says so or not. */
    @Test
    public void inksAreStoredAsLight() throws Exception {
        final var inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 8, 4, null);
        for (int i = 0; i < 128; i++) {
            inks.setPixel(i % 16, i / 16, new int[]{255, 51, 0, 204});
        }
        final var out = new ByteArrayOutputStream();
        final var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(inks, null, null), null);
        }

        for (final byte[] file : new byte[][]{out.toByteArray(), with(out.toByteArray(), 0xEE, ADOBE)}) {
            final var image = ImageFiles.decode(file, LIMIT);

            assertEquals(new ImageShape(3, 8, 16), image.shape());
            assertEquals(204, image.value(64), 2);
            assertEquals(41, image.value(128 + 64), 2);
            assertEquals(0, image.value(256 + 64), 2);
        }
    }

    @Test
    public void readsFilesWithoutTheirEnd() throws Exception {
        for (final boolean progressive : new boolean[]{false, true}) {
            final byte[] whole = jpeg(BufferedImage.TYPE_3BYTE_BGR, progressive);

            assertTrue(ImageFiles.decode(Arrays.copyOf(whole, whole.length - 2), LIMIT)
                .sameAs(ImageFiles.decode(whole, LIMIT)));
        }
    }

    @Test
    public void refusesPixelsThatAreMissing() throws Exception {
        for (final boolean progressive : new boolean[]{false, true}) {
            final byte[] whole = jpeg(BufferedImage.TYPE_3BYTE_BGR, progressive);
            for (int cut = 6; cut < whole.length - 100; cut += 7) {
                final int length = whole.length - cut;
                final var reason = assertThrows("progressive " + progressive + ", cut " + cut, RejectedException.class,
                    () -> ImageFiles.decode(Arrays.copyOf(whole, length), LIMIT)).getMessage();
                assertTrue(reason, reason.startsWith("its data are damaged ("));
            }
        }
    }

    private static byte[] with(final byte[] jpeg, final int marker, final int... content) {
        final var segment = new int[content.length + 4];
        segment[0] = 0xFF;
        segment[1] = marker;
        segment[3] = content.length + 2;
        System.arraycopy(content, 0, segment, 4, content.length);
        return insert(jpeg, 2, segment);
    }

    private static byte[] before(final byte[] jpeg, final int marker, final int... bytes) {
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != marker) {
            at += 2 + (jpeg[at + 2] << 8 | jpeg[at + 3] & 0xFF);
        }
        return insert(jpeg, at, bytes);
    }

    private static byte[] insert(final byte[] file, final int at, final int... bytes) {
        final var longer = new byte[file.length + bytes.length];
        System.arraycopy(file, 0, longer, 0, at);
        for (int i = 0; i < bytes.length; i++) {
            longer[at + i] = (byte)bytes[i];
        }
        System.arraycopy(file, at, longer, at + bytes.length, file.length - at);
        return longer;
    }

    private static byte[] jpeg(final int type, final boolean progressive) throws IOException {
        final var drawn = new BufferedImage(53, 37, type);
        for (int i = 0; i < 53 * 37; i++) {
            final int x = i % 53;
            final int y = i / 53;
            drawn.setRGB(x, y, 4 * x << 16 | 6 * y << 8 | (x * y + i * 7919 % 40) % 256);
        }
        final var file = new ByteArrayOutputStream();
        final var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        final var settings = writer.getDefaultWriteParam();
        settings.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (var out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawn, null, null), settings);
        }
        return file.toByteArray();
    }
}
