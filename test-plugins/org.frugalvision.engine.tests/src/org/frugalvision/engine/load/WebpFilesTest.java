// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.junit.Test;

/** WebP files; the lossy ones and what libwebp makes of them come from files/make_files.py. */
public final class WebpFilesTest {

    private static final long LIMIT = 10_000;

    private static final List<String> KINDS =
        List.of("q0_m0_opaque", "q10_m6_opaque", "q40_m3_alpha", "q75_m4_opaque", "q80_m2_alpha", "q95_m6_opaque",
            "q95_m0_alpha");

    @Test
    public void givesTheValuesOfLibwebp() throws Exception {
        for (final String kind : KINDS) {
            for (final String size : List.of("83x61", "16x17")) {
                assertSame(kind + "_" + size);
            }
        }
    }

    @Test
    public void smoothsEdgesAsLibwebpDoes() throws Exception {
        for (final String name : List.of("plain", "sharp", "partitions")) {
            assertSame("filter_" + name);
        }
    }

    @Test
    public void readsAlphaThatIsNotPacked() throws Exception {
        assertSame("plain_alpha_none");
        assertSame("plain_alpha_fast");
    }

    private static void assertSame(final String name) throws Exception {
        final var expected = PngImages.decode(file(name + ".png"), name);

        final var image = ImageFiles.decode(file(name + ".webp"), LIMIT);

        assertEquals(name, expected.shape(), image.shape());
        assertArrayEquals(name, expected.values(), image.values());
    }

    /** Four values for every filter: RGB of one colour, so that only alpha tells. */
    @Test
    public void undoesTheFiltersOfPlainAlpha() throws Exception {
        final var colours = new DecodedImage(new ImageShape(3, 2, 2), new byte[12]);

        assertAlpha(colours, 0, 10, 20, 30, 40);
        assertAlpha(colours, 1, 10, 30, 40, 80);
        assertAlpha(colours, 2, 10, 30, 40, 70);
        assertAlpha(colours, 3, 10, 30, 40, 100);
    }

    private static void assertAlpha(final DecodedImage colours, final int filter, final int... alpha)
        throws RejectedException {
        final var chunk = ByteBuffer.wrap(new byte[]{(byte)(filter << 2), 10, 20, 30, 40});

        final var image = WebpAlpha.of(chunk).orElseThrow().apply(colours);

        for (int i = 0; i < 4; i++) {
            assertEquals("filter " + filter, alpha[i], image.value(12 + i));
        }
    }

    @Test
    public void showsTheFirstImageOfAnAnimationOnItsCanvas() throws Exception {
        final byte[] still = file("q75_m4_opaque_16x17.webp");
        final var image = ImageFiles.decode(still, LIMIT);
        final var extended = ByteBuffer.allocate(10).put(4, (byte)29).put(7, (byte)19);
        final var frame = ByteBuffer.allocate(16 + still.length - 12).put(0, (byte)3).put(3, (byte)1).put(6, (byte)15)
            .put(9, (byte)16).position(16).put(still, 12, still.length - 12);

        final var shown = ImageFiles.decode(webp("VP8X", extended.array(), "ANMF", frame.array()), LIMIT);

        assertEquals(new ImageShape(4, 20, 30), shown.shape());
        for (int channel = 0; channel < 4; channel++) {
            for (int y = 0; y < 20; y++) {
                for (int x = 0; x < 30; x++) {
                    final boolean inside = x >= 6 && x < 22 && y >= 2 && y < 19;
                    final int value = channel == 3 ? 255 : image.value((channel * 17 + Math.floorMod(y - 2, 17)) * 16
                        + Math.floorMod(x - 6, 16));
                    assertEquals(inside ? value : 0, shown.value((channel * 20 + y) * 30 + x));
                }
            }
        }
    }

    @Test
    public void ignoresProfilesAndWhatElseStandsBeside() throws Exception {
        final byte[] still = file("q40_m3_alpha_16x17.webp");
        final byte[] garbage = {1, 2, 3};
        final var expected = ImageFiles.decode(still, LIMIT);

        final var beside = webp("ICCP", garbage, "XMP ", garbage, "EXIF", garbage);
        final var whole = Arrays.copyOf(beside, beside.length + still.length - 12);
        System.arraycopy(still, 12, whole, beside.length, still.length - 12);

        assertTrue(ImageFiles.decode(whole, LIMIT).sameAs(expected));
    }

    @Test
    public void refusesPixelsThatAreMissing() throws Exception {
        for (final String name : List.of("q95_m6_opaque_83x61.webp", "plain_alpha_none.webp")) {
            final byte[] whole = file(name);
            for (final int cut : new int[]{2, 3, 50, whole.length / 2}) {
                final var reason = assertThrows(name + cut, RejectedException.class,
                    () -> ImageFiles.decode(Arrays.copyOf(whole, whole.length - cut), LIMIT)).getMessage();
                assertTrue(reason, reason.startsWith("its data are damaged ("));
            }
        }
    }

    /** Chunks by name and content. */
    static byte[] webp(final Object... chunks) {
        final var file = new ByteArrayOutputStream();
        file.writeBytes("RIFF....WEBP".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < chunks.length; i += 2) {
            final var content = (byte[])chunks[i + 1];
            file.writeBytes(((String)chunks[i]).getBytes(StandardCharsets.US_ASCII));
            file.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length).array());
            file.writeBytes(Arrays.copyOf(content, content.length + content.length % 2));
        }
        return file.toByteArray();
    }

    static byte[] file(final String name) throws IOException {
        try (var in = WebpFilesTest.class.getResourceAsStream("files/webp/" + name)) {
            return in.readAllBytes();
        }
    }
}
