// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.Orientation;
import org.frugalvision.engine.image.PngImages;
import org.junit.Test;

/** The same picture has the same channels and values and stands upright, whatever kind of file holds it. */
public final class AlikeInEveryFormatTest {

    private static final long LIMIT = 10_000;

    @Test
    public void everyOrientationIsTurnedUprightInEveryFormat() throws Exception {
        for (int code = 1; code <= 8; code++) {
            final byte[] exif = ByteBuffer.allocate(26).put((byte)'M').put((byte)'M').putShort((short)42).putInt(8)
                .putShort((short)1).putShort((short)0x112).putShort((short)3).putInt(1).putShort((short)code).array();
            final byte[] marked = ByteBuffer.allocate(32).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif)
                .array();
            final byte[] png = PngImages.encode(new ImageShape(3, 2, 3), values(18));
            final byte[] webp = WebpFilesTest.file("q95_m6_opaque_16x17.webp");
            final byte[] jpeg = written("jpeg", grey());

            assertTurned(code, png, chunk(png, "eXIf", exif));
            assertTurned(code, tiff(1), tiff(code));
            assertTurned(code, jpeg, segment(jpeg, 0xE1, marked));
            for (final byte[] content : new byte[][]{exif, marked}) {
                assertTurned(code, webp, concatenated(WebpFilesTest.webp("EXIF", content),
                    Arrays.copyOfRange(webp, 12, webp.length)));
            }
        }
    }

    private static void assertTurned(final int code, final byte[] stored, final byte[] marked)
        throws RejectedException {
        final var expected = new Orientation(code).apply(ImageFiles.decode(stored, LIMIT));

        final var image = ImageFiles.decode(marked, LIMIT);

        assertEquals(expected.shape(), image.shape());
        assertArrayEquals("orientation " + code, expected.values(), image.values());
    }

    private static byte[] tiff(final int code) {
        return new PlainTiff(3, 2, 3, 8).with(262, 2).with(274, code).of((band, pixel) -> values(18)[band * 6 + pixel]);
    }

    /** No more than a note may come of them. */
    @Test
    public void profilesAreIgnoredInEveryFormat() throws Exception {
        final byte[] garbage = "this is no color profile".getBytes(StandardCharsets.US_ASCII);
        final byte[] png = PngImages.encode(new ImageShape(3, 2, 3), values(18));
        final byte[] profile = concatenated("x\0\0".getBytes(StandardCharsets.US_ASCII), garbage);
        final byte[] bmp = written("bmp", colours());

        assertTrue(ImageFiles.decode(chunk(png, "iCCP", profile), LIMIT).sameAs(ImageFiles.decode(png, LIMIT)));
        assertTrue(ImageFiles.decode(chunk(png, "gAMA", new byte[]{0, 0, 1, 2}), LIMIT)
            .sameAs(ImageFiles.decode(png, LIMIT)));
        assertTrue(ImageFiles
            .decode(new PlainTiff(3, 2, 3, 8).with(262, 2).with(34_675, 1, 2, 3)
                .of((band, pixel) -> values(18)[band * 6 + pixel]), LIMIT)
            .sameAs(ImageFiles.decode(tiff(1), LIMIT)));
        assertTrue(ImageFiles.decode(withProfile(bmp, garbage), LIMIT).sameAs(ImageFiles.decode(bmp, LIMIT)));
    }

    /** The newest of BMP's headers, with a profile after the pixels. */
    private static byte[] withProfile(final byte[] bmp, final byte[] profile) {
        final int more = 124 - 40;
        final var file = ByteBuffer.allocate(bmp.length + more + profile.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(bmp, 0, 54).position(54 + more).put(bmp, 54, bmp.length - 54).put(profile);
        return file.putInt(10, 54 + more).putInt(14, 124).putInt(14 + 56, 0x4D424544)
            .putInt(14 + 112, bmp.length + more - 14).putInt(14 + 116, profile.length).array();
    }

    @Test
    public void greysAreOneChannelInEveryFormat() throws Exception {
        for (final var file : greyFiles().entrySet()) {
            final var image = ImageFiles.decode(file.getValue(), LIMIT);

            assertEquals(file.getKey(), new ImageShape(1, 2, 3), image.shape());
            for (int i = 0; i < 6; i++) {
                assertEquals(file.getKey(), i * 51, image.value(i), file.getKey().equals("jpeg") ? 6 : 0);
            }
        }
    }

    private static Map<String, byte[]> greyFiles() throws IOException {
        final var files = new LinkedHashMap<String, byte[]>();
        for (final var format : new String[]{"png", "bmp", "gif", "tiff", "jpeg"}) {
            files.put(format, written(format, grey()));
        }
        final var ramp = new byte[16];
        final var map = new long[48];
        for (int i = 0; i < 16; i++) {
            ramp[i] = (byte)(17 * i);
            map[i] = map[16 + i] = map[32 + i] = 17 * 257 * i;
        }
        final var indexed = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(4, 16, ramp, ramp, ramp));
        for (int i = 0; i < 6; i++) {
            indexed.getRaster().setSample(i % 3, i / 3, 0, 3 * i);
        }
        for (final var format : new String[]{"png", "bmp", "gif"}) {
            files.put("4 bits of " + format, written(format, indexed));
        }
        files.put("4 bits of tiff", new PlainTiff(3, 2, 1, 4).of((band, pixel) -> 3 * pixel));
        files.put("palette of tiff",
            new PlainTiff(3, 2, 1, 4).with(262, 3).with(320, map).of((band, pixel) -> 3 * pixel));
        return files;
    }

    @Test
    public void blackAndWhiteIsOneChannelInEveryFormat() throws Exception {
        final var drawn = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_BINARY);
        drawn.setRGB(1, 0, 0xFFFFFF);
        for (final var format : new String[]{"png", "bmp", "gif", "tiff"}) {
            final var image = ImageFiles.decode(written(format, drawn), LIMIT);

            assertEquals(format, new ImageShape(1, 2, 3), image.shape());
            assertArrayEquals(format, new byte[]{0, -1, 0, 0, 0, 0}, image.values());
        }
    }

    private static byte[] values(final int count) {
        final var values = new byte[count];
        for (int i = 0; i < count; i++) {
            values[i] = (byte)(i * 13);
        }
        return values;
    }

    private static BufferedImage grey() {
        final var drawn = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 6; i++) {
            drawn.getRaster().setSample(i % 3, i / 3, 0, 51 * i);
        }
        return drawn;
    }

    private static BufferedImage colours() {
        final var drawn = new BufferedImage(3, 2, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 6; i++) {
            drawn.setRGB(i % 3, i / 3, 0x123456 * (i + 1));
        }
        return drawn;
    }

    private static byte[] written(final String format, final BufferedImage image) throws IOException {
        final var file = new ByteArrayOutputStream();
        assertTrue(format, ImageIO.write(image, format, file));
        return file.toByteArray();
    }

    /** A chunk behind the header of a PNG file. */
    private static byte[] chunk(final byte[] png, final String type, final byte[] content) {
        final var typed = concatenated(type.getBytes(StandardCharsets.US_ASCII), content);
        final var crc = new CRC32();
        crc.update(typed);
        final var chunk = ByteBuffer.allocate(typed.length + 8).putInt(content.length).put(typed)
            .putInt((int)crc.getValue()).array();
        return concatenated(Arrays.copyOf(png, 33), concatenated(chunk, Arrays.copyOfRange(png, 33, png.length)));
    }

    /** A segment at the beginning of a JPEG file. */
    private static byte[] segment(final byte[] jpeg, final int marker, final byte[] content) {
        final var segment = ByteBuffer.allocate(content.length + 4).put((byte)0xFF).put((byte)marker)
            .putShort((short)(content.length + 2)).put(content).array();
        return concatenated(Arrays.copyOf(jpeg, 2), concatenated(segment, Arrays.copyOfRange(jpeg, 2, jpeg.length)));
    }

    private static byte[] concatenated(final byte[] first, final byte[] second) {
        final var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
