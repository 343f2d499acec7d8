// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.junit.Test;

/** Image files of every kind, good and broken. */
public final class ImageFilesTest {

    private static final long LIMIT = 10_000;

    @Test
    public void readsPng() throws Exception {
        final byte[] values = {1, 2, 3, 4, 5, 6};

        final var image = ImageFiles.decode(PngImages.encode(new ImageShape(1, 2, 3), values), LIMIT);

        assertEquals(new ImageShape(1, 2, 3), image.shape());
        assertArrayEquals(values, image.values());
    }

    @Test
    public void readsColourJpeg() throws Exception {
        final var image = ImageFiles.decode(file("jpeg", BufferedImage.TYPE_INT_RGB), LIMIT);

        assertEquals(new ImageShape(3, 8, 16), image.shape());
        assertClose(image, 0, 3, 200, 50, 100);
        assertClose(image, 12, 3, 0, 0, 255);
    }

    @Test
    public void readsGreyJpegAsOneChannel() throws Exception {
        assertEquals(new ImageShape(1, 8, 16),
            ImageFiles.decode(file("jpeg", BufferedImage.TYPE_BYTE_GRAY), LIMIT).shape());
    }

    @Test
    public void turnsJpegUpright() throws Exception {
        final var plain = file("jpeg", BufferedImage.TYPE_INT_RGB);
        final var exif = exif('I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0);
        final var turned = Arrays.copyOf(exif, exif.length + plain.length - 2);
        System.arraycopy(plain, 2, turned, exif.length, plain.length - 2);

        final var image = ImageFiles.decode(turned, LIMIT);

        assertEquals(new ImageShape(3, 16, 8), image.shape());
        assertClose(image, 3, 2, 200, 50, 100);
        assertClose(image, 3, 14, 0, 0, 255);
    }

    @Test
    public void readsBmpExactly() throws Exception {
        final var image = ImageFiles.decode(file("bmp", BufferedImage.TYPE_3BYTE_BGR), LIMIT);

        assertEquals(new ImageShape(3, 8, 16), image.shape());
        assertExact(image, 0, 3, 200, 50, 100);
        assertExact(image, 15, 7, 0, 0, 255);
    }

    @Test
    public void readsGifWithTransparency() throws Exception {
        final var colours =
            new IndexColorModel(1, 2, new byte[]{(byte)200, 0}, new byte[]{50, 0}, new byte[]{100, 0}, 1);
        final var drawn = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, colours);
        drawn.getRaster().setSample(1, 0, 0, 1);

        final var image = ImageFiles.decode(encoded("gif", drawn), LIMIT);

        assertEquals(new ImageShape(4, 1, 2), image.shape());
        assertExact(image, 0, 0, 200, 50, 100, 255);
        assertEquals("alpha of the second pixel", 0, image.values()[7]);
    }

    @Test
    public void readsTiffOfEightAndSixteenBits() throws Exception {
        final var image = ImageFiles.decode(file("tiff", BufferedImage.TYPE_3BYTE_BGR), LIMIT);
        final var deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(0, 0, 0, 128);
        deep.getRaster().setSample(1, 0, 0, 0xFF7F);

        assertExact(image, 0, 3, 200, 50, 100);
        assertArrayEquals(new byte[]{0, -1}, ImageFiles.decode(encoded("tiff", deep), LIMIT).values());
    }

    /** The smallest WebP images there are, of one pixel: grey without and black with full transparency. */
    @Test
    public void readsWebP() throws Exception {
        final var grey = ImageFiles.decode(
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"), LIMIT);
        final var clear = ImageFiles.decode(
            Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="), LIMIT);

        assertEquals(new ImageShape(3, 1, 1), grey.shape());
        assertClose(grey, 0, 0, 130, 130, 130);
        assertEquals(new ImageShape(4, 1, 1), clear.shape());
        assertExact(clear, 0, 0, 0, 0, 0, 0);
    }

    /** Inks are stored inverted, as Adobe does: red is no cyan, all magenta and yellow. */
    @Test
    public void readsJpegOfPrinters() throws Exception {
        final var inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 8, 4, null);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 16; x++) {
                inks.setPixel(x, y, new int[]{255, 0, 0, 255});
            }
        }
        final var file = new ByteArrayOutputStream();
        final var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        }
        final byte[] adobe = {-1, (byte)0xD8, -1, (byte)0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        final var marked = Arrays.copyOf(adobe, adobe.length + file.size() - 2);
        System.arraycopy(file.toByteArray(), 2, marked, adobe.length, file.size() - 2);

        final var image = ImageFiles.decode(marked, LIMIT);

        assertEquals(new ImageShape(3, 8, 16), image.shape());
        assertPixel(image, 4, 4, 2, 255, 0, 0);
    }

    @Test
    public void believesTheFirstBytesAndNotTheName() {
        assertReason("it is no PNG, JPEG, GIF, BMP, TIFF or WebP image",
            "RIFF....WAVE".getBytes(StandardCharsets.US_ASCII));
        assertReason("it is no PNG, JPEG, GIF, BMP, TIFF or WebP image", new byte[]{'B'});
        assertReason("the file is empty", new byte[0]);
    }

    @Test
    public void rejectsATruncatedJpeg() throws IOException {
        final var file = file("jpeg", BufferedImage.TYPE_INT_RGB);

        final var rejected = assertThrows(RejectedException.class,
            () -> ImageFiles.decode(Arrays.copyOf(file, file.length - 20), LIMIT));

        assertTrue(rejected.getMessage(), rejected.getMessage().startsWith("its data are damaged ("));
    }

    @Test
    public void rejectsADamagedPngWithItsReason() {
        final var png = PngImages.encode(new ImageShape(1, 2, 3), new byte[6]);
        png[png.length - 20] ^= 1;

        assertReason("the checksum of chunk IDAT is wrong", png);
    }

    @Test
    public void rejectsImagesAboveTheLimitBeforeDecoding() throws IOException {
        final var png = PngImages.encode(new ImageShape(1, 101, 100), new byte[10_100]);
        final var jpeg = ByteBuffer.wrap(file("jpeg", BufferedImage.TYPE_INT_RGB));
        int frame = 2;
        while (jpeg.getShort(frame) != (short)0xFFC0) {
            frame += 2 + jpeg.getShort(frame + 2);
        }
        jpeg.putShort(frame + 5, (short)60_000).putShort(frame + 7, (short)50_000);

        assertReason("it has 100 x 101 pixels, more than the limit of 10000", png);
        assertReason("it has 50000 x 60000 pixels, more than the limit of 10000", jpeg.array());
    }

    /** Truncated, flipped and cut files of every kind: each gives an image or a reason, and both do occur. */
    @Test
    public void decodesOrRejectsWhateverHappensToAFile() throws IOException {
        final var files =
            new byte[][]{file("jpeg", BufferedImage.TYPE_INT_RGB), file("gif", BufferedImage.TYPE_INT_RGB),
            file("bmp", BufferedImage.TYPE_3BYTE_BGR), file("png", BufferedImage.TYPE_3BYTE_BGR),
            file("tiff", BufferedImage.TYPE_3BYTE_BGR)};
        int decoded = 0;
        int rejected = 0;
        for (int seed = 0; seed < 400; seed++) {
            final var mutated = mutate(files[seed % files.length], new Random(seed));
            try {
                assertTrue(ImageFiles.decode(mutated, LIMIT).shape().size() > 0);
                decoded++;
            } catch (final RejectedException e) {
                assertTrue("seed " + seed, !e.getMessage().isBlank());
                rejected++;
            }
        }
        assertTrue(decoded + " decoded, " + rejected + " rejected", decoded > 80 && rejected > 80);
    }

    private static byte[] mutate(final byte[] file, final Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
        final var mutated = file.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mutated[random.nextInt(mutated.length)] ^= 1 << random.nextInt(8);
        }
        return mutated;
    }

    /** 16 x 8 pixels: (200, 50, 100) on the left, blue on the right. */
    private static byte[] file(final String format, final int type) throws IOException {
        final var drawn = new BufferedImage(16, 8, type);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 16; x++) {
                drawn.setRGB(x, y, x < 8 ? new Color(200, 50, 100).getRGB() : Color.BLUE.getRGB());
            }
        }
        return encoded(format, drawn);
    }

    /** The start of a JPEG file whose first segment holds Exif data. */
    private static byte[] exif(final int... tiff) {
        final var start = new int[]{0xFF, 0xD8, 0xFF, 0xE1, 0, tiff.length + 8, 'E', 'x', 'i', 'f', 0, 0};
        final var file = new byte[start.length + tiff.length];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte)(i < start.length ? start[i] : tiff[i - start.length]);
        }
        return file;
    }

    private static byte[] encoded(final String format, final BufferedImage image) throws IOException {
        final var file = new ByteArrayOutputStream();
        assertTrue("a writer for " + format, ImageIO.write(image, format, file));
        return file.toByteArray();
    }

    private static void assertClose(final DecodedImage image, final int x, final int y, final int... colour) {
        assertPixel(image, x, y, 12, colour);
    }

    private static void assertExact(final DecodedImage image, final int x, final int y, final int... colour) {
        assertPixel(image, x, y, 0, colour);
    }

    private static void assertPixel(final DecodedImage image, final int x, final int y, final int tolerance,
        final int... colour) {
        final var shape = image.shape();
        for (int channel = 0; channel < colour.length; channel++) {
            assertEquals("channel " + channel, colour[channel],
                image.values()[(channel * shape.height() + y) * shape.width() + x] & 0xFF, tolerance);
        }
    }

    private static void assertReason(final String reason, final byte[] file) {
        assertEquals(reason, assertThrows(RejectedException.class, () -> ImageFiles.decode(file, LIMIT)).getMessage());
    }
}
