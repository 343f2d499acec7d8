// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.image.SampleType;
import org.frugalvision.engine.image.TiffImages;
import org.junit.Test;

/** Image files of many bands or 16 bits. */
public final class BandFilesTest {

    private static final long LIMIT = 1_000;

    private static final DecodeSettings BANDS = new DecodeSettings(Colours.BANDS, Optional.empty(), 0, LIMIT);

    private static final DecodeSettings KEEP = new DecodeSettings(Colours.KEEP, Optional.empty(), 0, LIMIT);

    @Test
    public void readsSixBandsOfSixteenBits() throws RejectedException {
        for (final boolean planar : new boolean[]{false, true}) {
            final var loaded = BANDS.load(BandTiff.of(6, 16, 16, 16, planar));

            assertEquals(new ImageShape(6, 16, 16), loaded.original());
            assertEquals(SampleType.U16, loaded.image().type());
            assertFalse(loaded.rounded());
            for (int i = 0; i < 6 * 256; i++) {
                assertEquals(BandTiff.value(i / 256, i % 256, 16), loaded.image().value(i));
            }
        }
    }

    @Test
    public void writtenTiffFilesComeBackAsTheyWere() throws RejectedException {
        for (final SampleType type : SampleType.values()) {
            for (final int bands : new int[]{1, 2, 3, 4, 6, 15, 40}) {
                final var values = new byte[bands * 2 * 3 * type.bytes()];
                new Random(bands).nextBytes(values);
                final var image = new DecodedImage(new ImageShape(bands, 2, 3), type, values);

                final var loaded = BANDS.load(TiffImages.encode(image)).image();

                assertEquals(image.shape(), loaded.shape());
                assertEquals(type, loaded.type());
                assertArrayEquals(bands + " bands", values, loaded.values());
            }
        }
    }

    /** As libtiff writes them: packed by LZW in strips, high byte first, and by deflate in tiles, low byte first. */
    @Test
    public void readsDifferencesOfSixteenBits() throws Exception {
        for (final String name : new String[]{"predicted-lzw.tif", "predicted-tiles.tif"}) {
            try (var in = getClass().getResourceAsStream("files/" + name)) {
                final var image = BANDS.load(in.readAllBytes()).image();

                assertEquals(new ImageShape(6, 20, 40), image.shape());
                for (int i = 0; i < image.shape().size(); i++) {
                    assertEquals(name, BandTiff.value(i / 800, i % 800, 16), image.value(i));
                }
            }
        }
    }

    @Test
    public void readsFiveBandsOfEightBits() throws RejectedException {
        final var image = BANDS.load(BandTiff.of(5, 8, 3, 2, false)).image();

        assertEquals(new ImageShape(5, 2, 3), image.shape());
        assertEquals(SampleType.U8, image.type());
        for (int i = 0; i < 30; i++) {
            assertEquals(BandTiff.value(i / 6, i % 6, 8), image.value(i));
        }
    }

    @Test
    public void keepsSixteenBitsOfPng() throws IOException, RejectedException {
        final byte[] file = deepGrey("png");

        final var loaded = BANDS.load(file);

        assertEquals(SampleType.U16, loaded.image().type());
        assertArrayEquals(new byte[]{0x12, 0x34, -1, -2}, loaded.image().values());
    }

    @Test
    public void tellsWhatIsRounded() throws IOException, RejectedException {
        assertTrue(KEEP.load(deepGrey("png")).rounded());
        assertTrue(KEEP.load(deepGrey("tiff")).rounded());
        assertArrayEquals(new byte[]{0x12, -1}, KEEP.load(deepGrey("tiff")).image().values());
        assertFalse(KEEP.load(PngImages.encode(new ImageShape(1, 1, 1), new byte[1])).rounded());
    }

    @Test
    public void otherImagesStayAsTheyAre() throws RejectedException {
        final var rgb = new byte[]{1, 2, 3};
        final var image = BANDS.load(PngImages.encode(new ImageShape(3, 1, 1), rgb)).image();

        assertEquals(SampleType.U8, image.type());
        assertArrayEquals(rgb, image.values());
    }

    @Test
    public void manyBandsNeedTheSetting() {
        assertEquals("it has 6 bands, more than 4", reason(KEEP, BandTiff.of(6, 16, 2, 2, false)));
    }

    @Test
    public void refusesHugeAndDamagedFiles() {
        final byte[] file = BandTiff.of(6, 16, 16, 16, false);

        assertEquals("it has 40 x 40 pixels, more than the limit of 1000",
            reason(BANDS, BandTiff.of(6, 16, 40, 40, false)));
        assertEquals("it ends before what it announces", reason(BANDS, Arrays.copyOf(file, 100)));
    }

    /** Columns 0 and 1 of every band become one; padding is 0 in every band. */
    @Test
    public void fitsSixteenBits() throws RejectedException {
        final var file = BandTiff.of(5, 16, 2, 1, false);
        final var half = new DecodeSettings(Colours.BANDS, Optional.of(new TargetSize(1, 1, Fit.STRETCH)), 0, LIMIT);
        final var padded =
            new DecodeSettings(Colours.BANDS, Optional.of(new TargetSize(3, 2, Fit.PAD)), 0xFFFFFF, LIMIT);

        final var small = half.load(file).image();
        final var tall = padded.load(file).image();

        assertEquals(new ImageShape(5, 3, 2), tall.shape());
        for (int band = 0; band < 5; band++) {
            final int left = BandTiff.value(band, 0, 16);
            final int right = BandTiff.value(band, 1, 16);
            assertEquals((left + right + 1) / 2, small.value(band));
            assertEquals(0, tall.value(6 * band + 1));
            assertEquals(left, tall.value(6 * band + 2));
            assertEquals(right, tall.value(6 * band + 3));
            assertEquals(0, tall.value(6 * band + 4));
        }
    }

    private static String reason(final DecodeSettings settings, final byte[] file) {
        return assertThrows(RejectedException.class, () -> settings.load(file)).getMessage();
    }

    /** Two grey pixels: 0x1234 and 0xFFFE. */
    private static byte[] deepGrey(final String format) throws IOException {
        final var image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x1234);
        image.getRaster().setSample(1, 0, 0, 0xFFFE);
        final var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }
}
